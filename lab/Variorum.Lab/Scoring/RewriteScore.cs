using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Variorum.Lab.Corpora;
using Variorum.Learning;
using Variorum.Tracing;

namespace Variorum.Lab.Scoring;

/// <summary>Measures how many reports put in other words are found, in small and in great stories.</summary>
/// <remarks>Made from real news: of each chosen report every sentence but the first and some others is kept, a clause cut from some, sentences
/// that follow one another changed in place, the first put last, and words replaced by what a list of paraphrases holds
/// for them: of those that it has a tenth, a third, a half, or all. A story holds a third of reports, a third of their rewritten forms, and a third of others of
/// the same days.</remarks>
internal static partial class RewriteScore
{
    private const int LeastSentences = 10;
    private const int MostSentences = 40;

    private static readonly ImmutableArray<(string Name, int PerCent)> Degrees = [("tenth", 10), ("third", 33), ("half", 50), ("all", 100)];

    public static IEnumerable<Figure> Score(DirectoryInfo data, Models models, IReadOnlyList<Article> articles)
    {
        var synonyms = DataFile.Lines(data, "lexicons/counter-fitting/ppdb_synonyms.txt.gz").Select(line => line.Split(' ')).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Select(pair => pair[1]).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        List<Article> usable = [.. articles.Where(a => Sentences(a.Text).Length is >= LeastSentences and <= MostSentences)];
        foreach (var (size, stories) in new (int, int)[] { (24, 10), (120, 2) })
        {
            foreach (var (name, perCent) in Degrees)
            {
                yield return Found($"lineage.rewritten-found.{name}.{size}", size, stories, perCent, usable, synonyms, models, out var wrong);
                yield return new Figure($"lineage.rewritten-wrong.{name}.{size}", wrong);
            }
        }
    }

    private static Figure Found(string name, int size, int stories, int perCent, List<Article> usable, Dictionary<string, string[]> synonyms, Models models, out double wrong)
    {
        var (found, all, wrongly) = (0, 0, 0);
        var third = size / 3;
        for (var story = 0; story < stories; story++)
        {
            var start = (int)(FeatureHash.Of(7, (uint)story) % (uint)(usable.Count - (2 * third)));
            var originals = usable.GetRange(start, third);
            ImmutableArray<Article> members = [.. originals, .. originals.Select((a, i) => Rewrite(a, perCent, (uint)((story * 1000) + i), synonyms)), .. usable.GetRange(start + third, third)];
            var lineage = new LineageTracer(models).Trace([.. members.Select(a => new Reading(a, new Document(a.Text, [], [], []), [], [], [], [], [], []))]);
            var links = lineage.Links.Where(l => l.Kind == LineageKind.Copy).Select(l => (Math.Min(l.From, l.To), Math.Max(l.From, l.To))).ToHashSet();
            all += third;
            found += Enumerable.Range(0, third).Count(i => links.Contains((i, third + i)));
            wrongly += links.Count(l => l.Item2 >= third && l.Item2 < 2 * third && l.Item1 < third && l.Item2 != l.Item1 + third && !links.Contains((l.Item1, l.Item2 - third)) && !links.Contains((l.Item2 - third, l.Item1)));
        }

        wrong = wrongly;
        return new Figure(name, (double)found / all);
    }

    private static Article Rewrite(Article article, int perCent, uint seed, Dictionary<string, string[]> synonyms)
    {
        var sentences = Sentences(article.Text);
        var kept = sentences.Skip(1).Where((_, i) => FeatureHash.Of(seed, (uint)i) % 4 > 0).Select((sentence, i) => Put(sentence, perCent, FeatureHash.Of(seed, (uint)i, 1), synonyms)).ToList();
        for (var i = 0; i + 1 < kept.Count; i += 3)
        {
            (kept[i], kept[i + 1]) = (kept[i + 1], kept[i]);
        }

        kept.Add(Put(sentences[0], perCent, FeatureHash.Of(seed, 1u), synonyms));
        return article with { Path = article.Path + ".rewritten", Sha256 = article.Sha256 + "r", Url = null, Outlet = new Outlet("The Evening Paper"), Wires = [], Credits = [], Bylines = [], Dateline = null, Text = string.Join("\n\n", kept.Chunk(3).Select(part => string.Join(' ', part))) };
    }

    /// <summary>A sentence without a clause now and then, some of its words put otherwise; what stands in quotation marks stays.</summary>
    private static string Put(string sentence, int perCent, uint seed, Dictionary<string, string[]> synonyms)
    {
        var comma = sentence.LastIndexOf(", ", StringComparison.Ordinal);
        sentence = seed % 4 == 0 && comma > sentence.Length / 2 && !sentence.Contains('"', StringComparison.Ordinal) && !sentence.Contains('”', StringComparison.Ordinal) ? sentence[..comma] + "." : sentence;
        var (number, isQuoted) = (0u, false);
        return WordOrMark().Replace(sentence, match =>
        {
            number++;
            isQuoted = match.Value is "“" || (match.Value is "\"" ? !isQuoted : match.Value is not "”" && isQuoted);
            return !isQuoted && char.IsLower(match.Value[0]) && synonyms.TryGetValue(match.Value, out var others) && FeatureHash.Of(seed, number) % 100 < perCent
                ? others[FeatureHash.Of(seed, number, 2) % (uint)others.Length]
                : match.Value;
        });
    }

    private static string[] Sentences(string text) => [.. SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 30)];

    [GeneratedRegex(@"[\w'’]+|[“”""]")]
    private static partial Regex WordOrMark();

    [GeneratedRegex(@"(?<=[a-z][.!?][”""]?)\s+(?=[“""]?[A-Z])|\n+")]
    private static partial Regex SentenceEnd();
}
