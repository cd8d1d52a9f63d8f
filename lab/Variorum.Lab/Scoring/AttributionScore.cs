using System.Collections.Immutable;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Something found otherwise than people marked it.</summary>
/// <param name="Words">How many words are wrong by it.</param>
/// <param name="Line">What: its kind, the article, what people marked, what was found.</param>
internal sealed record AttributionMiss(int Words, string Line);

/// <summary>Counts how found attributions agree with the people's: by word, by content, whole, and by exact span.</summary>
/// <remarks>
/// By word: blank-parted words of each role. By content: pairs whose contents share half or more of their union, the best pair
/// first. Exact: spans of a role that begin and end at the same words, as CofeNet counts them, marks included.
/// </remarks>
internal sealed class AttributionScore
{
    private readonly Tally[] words = new Tally[3];
    private readonly Tally[] exact = new Tally[3];
    private Tally content;
    private Tally triple;
    private (int Hit, int Of) cue;
    private (int Hit, int Of) source;
    private (int Hit, int Of) direct;
    private (int Hit, int Of) indirect;

    private record struct Tally(int Hit, int Found, int Gold)
    {
        public readonly double F1 => Found + Gold == 0 ? 0 : 2.0 * Hit / (Found + Gold);
    }

    /// <summary>Adds an article.</summary>
    public void Add(AttributedArticle article, IReadOnlyList<MarkedAttribution> found, Action<AttributionMiss>? tell)
    {
        var gold = article.Attributions.Where(attribution => !attribution.Content.IsEmpty).ToArray();
        var system = found.Where(attribution => !attribution.Content.IsEmpty).ToArray();
        CountWords(article.Text, gold, system);
        CountExact(gold, system);
        var pairs = Pair(gold, system);
        content = new Tally(content.Hit + pairs.Count, content.Found + system.Length, content.Gold + gold.Length);
        triple = triple with { Found = triple.Found + system.Length, Gold = triple.Gold + gold.Length };
        CountFound(article.Text, gold, [.. pairs.Select(pair => pair.Gold)]);
        foreach (var pair in pairs)
        {
            CountPair(article, gold[pair.Gold], system[pair.Found], tell);
        }

        TellRest(article, gold, system, pairs, tell);
    }

    public IEnumerable<Figure> Figures(string set)
    {
        string[] roles = ["source", "cue", "content"];
        for (var i = 0; i < roles.Length; i++)
        {
            yield return new Figure($"attribution.words.{roles[i]}.{set}", words[i].F1);
        }

        for (var i = 0; i < roles.Length; i++)
        {
            yield return new Figure($"attribution.exact.{roles[i]}.{set}", exact[i].F1);
        }

        yield return new Figure($"attribution.content.{set}", content.F1);
        yield return new Figure($"attribution.content-precision.{set}", (double)content.Hit / Math.Max(1, content.Found));
        yield return new Figure($"attribution.direct.{set}", Share(direct));
        yield return new Figure($"attribution.indirect.{set}", Share(indirect));
        yield return new Figure($"attribution.cue-right.{set}", Share(cue));
        yield return new Figure($"attribution.source-right.{set}", Share(source));
        yield return new Figure($"attribution.triple.{set}", triple.F1);
    }

    private static double Share((int Hit, int Of) counts) => (double)counts.Hit / Math.Max(1, counts.Of);

    private static ImmutableArray<TextSpan>[] Roles(MarkedAttribution attribution) => [attribution.Source, attribution.Cue, attribution.Content];

    private void CountWords(string text, MarkedAttribution[] gold, MarkedAttribution[] system)
    {
        for (var role = 0; role < words.Length; role++)
        {
            var (inGold, inSystem) = (Cover(text, gold, role), Cover(text, system, role));
            var tally = words[role];
            for (var at = 0; at < text.Length; at++)
            {
                if (char.IsWhiteSpace(text[at]))
                {
                    continue;
                }

                var (g, s) = (false, false);
                for (; at < text.Length && !char.IsWhiteSpace(text[at]); at++)
                {
                    (g, s) = (g | inGold[at], s | inSystem[at]);
                }

                tally = new Tally(tally.Hit + (g && s ? 1 : 0), tally.Found + (s ? 1 : 0), tally.Gold + (g ? 1 : 0));
            }

            words[role] = tally;
        }
    }

    private static bool[] Cover(string text, MarkedAttribution[] attributions, int role)
    {
        var covered = new bool[text.Length];
        foreach (var span in attributions.SelectMany(attribution => Roles(attribution)[role]))
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        return covered;
    }

    private void CountExact(MarkedAttribution[] gold, MarkedAttribution[] system)
    {
        for (var role = 0; role < exact.Length; role++)
        {
            var wanted = gold.SelectMany(attribution => Roles(attribution)[role]).ToHashSet();
            var got = system.SelectMany(attribution => Roles(attribution)[role]).ToHashSet();
            exact[role] = new Tally(exact[role].Hit + wanted.Count(got.Contains), exact[role].Found + got.Count, exact[role].Gold + wanted.Count);
        }
    }

    private static List<(int Gold, int Found)> Pair(MarkedAttribution[] gold, MarkedAttribution[] system)
    {
        var scored = new List<(double Share, int Gold, int Found)>();
        for (var i = 0; i < gold.Length; i++)
        {
            for (var j = 0; j < system.Length; j++)
            {
                if (Share(gold[i].Content, system[j].Content) is var share && share >= 0.5)
                {
                    scored.Add((share, i, j));
                }
            }
        }

        var (usedGold, usedFound, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<(int, int)>());
        foreach (var (_, i, j) in scored.OrderDescending())
        {
            if (!usedGold.Contains(i) && !usedFound.Contains(j))
            {
                usedGold.Add(i);
                usedFound.Add(j);
                pairs.Add((i, j));
            }
        }

        return pairs;
    }

    /// <summary>What two contents have in common, as a share of their union.</summary>
    public static double Share(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right)
    {
        var common = left.Sum(a => right.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        return common == 0 ? 0 : (double)common / (left.Sum(span => span.Length) + right.Sum(span => span.Length) - common);
    }

    private void CountFound(string text, MarkedAttribution[] gold, HashSet<int> found)
    {
        for (var i = 0; i < gold.Length; i++)
        {
            var hit = found.Contains(i) ? 1 : 0;
            var start = gold[i].Content[0].Start;
            var isDirect = text[start] is '"' or '“' or '‘' or '\'' || (start > 0 && text[start - 1] is '“' or '"');
            (direct, indirect) = isDirect ? ((direct.Hit + hit, direct.Of + 1), indirect) : (direct, (indirect.Hit + hit, indirect.Of + 1));
        }
    }

    private void CountPair(AttributedArticle article, MarkedAttribution gold, MarkedAttribution found, Action<AttributionMiss>? tell)
    {
        var isCue = (gold.Cue.IsEmpty && found.Cue.IsEmpty) || gold.Cue.Any(span => found.Cue.Any(span.Overlaps));
        var isSource = found.Source.IsEmpty;
        if (!gold.Source.IsEmpty)
        {
            isSource = found.Source.Any(span => span.Contains(gold.Source[^1].End - 1)) || (!found.Source.IsEmpty && gold.Source.Any(span => span.Contains(found.Source[^1].End - 1)));
            source = (source.Hit + (isSource ? 1 : 0), source.Of + 1);
        }

        cue = (cue.Hit + (isCue ? 1 : 0), cue.Of + 1);
        triple = triple with { Hit = triple.Hit + (isCue && isSource ? 1 : 0) };
        if (!isSource || !isCue)
        {
            tell?.Invoke(Miss(article, isSource ? "cue" : "source", gold, found));
        }
    }

    private static void TellRest(AttributedArticle article, MarkedAttribution[] gold, MarkedAttribution[] system, List<(int Gold, int Found)> pairs, Action<AttributionMiss>? tell)
    {
        if (tell is null)
        {
            return;
        }

        foreach (var missed in gold.Where((_, i) => pairs.TrueForAll(pair => pair.Gold != i)))
        {
            var near = system.FirstOrDefault(found => found.Cue.Any(cue => missed.Cue.Any(cue.Overlaps)));
            tell(Miss(article, near is null ? "missed" : "extent", missed, near));
        }

        foreach (var extra in system.Where((found, j) => pairs.TrueForAll(pair => pair.Found != j) && !gold.Any(want => want.Cue.Any(cue => found.Cue.Any(cue.Overlaps)))))
        {
            tell(Miss(article, "extra", null, extra));
        }
    }

    private static AttributionMiss Miss(AttributedArticle article, string kind, MarkedAttribution? gold, MarkedAttribution? found)
    {
        var wrong = 0;
        for (var role = 0; role < 3; role++)
        {
            var (inGold, inFound) = (Cover(article.Text, gold is null ? [] : [gold], role), Cover(article.Text, found is null ? [] : [found], role));
            for (var at = 0; at < article.Text.Length; at++)
            {
                wrong += inGold[at] != inFound[at] && !char.IsWhiteSpace(article.Text[at]) && (at == 0 || char.IsWhiteSpace(article.Text[at - 1]) || inGold[at] != inGold[at - 1] || inFound[at] != inFound[at - 1]) ? 1 : 0;
            }
        }

        return new AttributionMiss(wrong, $"{kind}\t{article.Id}\t{(gold is null ? "" : Words(article, gold))}\t{(found is null ? "" : Words(article, found))}");
    }

    private static string Words(AttributedArticle article, MarkedAttribution attribution) => string.Join(" | ", Roles(attribution)
        .Select(spans => string.Join(" … ", spans.Select(span => span.Of(article.Text).Replace('\n', ' '))))
        .Select(words => words.Length > 160 ? words[..80] + " […] " + words[^70..] : words));
}
