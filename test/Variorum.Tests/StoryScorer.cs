using System.Globalization;

namespace Variorum.Tests;

/// <summary>Compares an account with what a careful reader found.</summary>
/// <remarks><b>Method.</b> By place: a snippet is looked up in its article's text, and a span of the account stands for it
/// where the two share at least half of the shorter one; for a claim also where they share a sentence.</remarks>
internal sealed class StoryScorer
{
    private readonly Account account;
    private readonly Gold gold;
    private readonly Dictionary<string, int> articles;
    private readonly string[] texts;
    private readonly List<string> misses = [];

    public StoryScorer(Account account, Gold gold)
    {
        this.account = account;
        this.gold = gold;
        articles = account.Story.Readings.Select((r, i) => (r.Article.Path, i)).ToDictionary(p => p.Path, p => p.i, StringComparer.Ordinal);
        texts = [.. account.Story.Readings.Select(r => Fold(r.Article.Text))];
    }

    /// <summary>What was missed, a line each; filled by <see cref="Score"/>.</summary>
    public IReadOnlyList<string> Misses => misses;

    /// <summary>Measure by measure, in percent.</summary>
    public SortedDictionary<string, double> Score() => new(StringComparer.Ordinal)
    {
        ["articles in one story"] = Share("article left out", gold.Accounts, a => articles.ContainsKey(a.File)),
        ["outlet"] = Share("outlet", gold.Accounts.Where(a => a.Outlet is not null), a => Article(a.File) is { } r && SameName(r.Outlet?.Name, a.Outlet!)),
        ["published"] = Share("published", gold.Accounts, a => Article(a.File) is { } r && PublishedRight(r, a.Published)),
        ["quotes found"] = Share("quote", gold.Quotes, q => QuotesAt(Place(q.File, q.Snippet)).Any()),
        ["quote speaker"] = Share("speaker", gold.Quotes, q => QuotesAt(Place(q.File, q.Snippet)).Any(at => SameName(SpeakerOf(at), q.Speaker))),
        ["quote via"] = Share("via", gold.Quotes.Where(q => q.SaidTo is not null), q => QuotesAt(Place(q.File, q.Snippet)).Any(at => ViaOf(at).Any(via => SameName(via, q.SaidTo!)))),
        ["same utterance"] = Share("not joined", Pairs(gold.SameUtterance), p => UtterancesAt(p.Left).Intersect(UtterancesAt(p.Right)).Any()),
        ["other utterance"] = Share("wrongly joined", OtherPairs(), p => !UtterancesAt(p.Left).Intersect(UtterancesAt(p.Right)).Any()),
        ["shared facts"] = Share("shared fact", gold.Facts.Where(f => Shared(f).Any()), f => Shared(f).Any(p => ClaimsAt(p.Left).Intersect(ClaimsAt(p.Right)).Any())),
        ["conflicts"] = Share("conflict", gold.Conflicts, IsTold),
        ["stance"] = Share("stance", gold.Stance.SelectMany(s => s.ByAccount), HasStance),
        ["copies"] = Share("copy", gold.Copies.Select(c => (Left: c[0], Right: c[1])), c => IsCopy(c.Left, c.Right)),
        ["copies that are"] = Share("not a copy", account.Story.Lineage.Links.Where(l => l.Kind == LineageKind.Copy).Select(l => (From: PathOf(l.From), To: PathOf(l.To))), l => gold.Copies.Exists(c => c.Contains(l.From) && c.Contains(l.To))),
        ["only one"] = Share("only one", gold.OnlyOne, o => ClaimsAt(o).Any(g => account.Claims[g].Evidence.Select(e => e.Article).Distinct().Count() == 1)),
        ["labels"] = Share("labels", gold.Labels, l => account.Labels.Any(set => l.ByAccount.Count(g => set.Variants.Any(v => Fold(Words(v)).Contains(Fold(g.Label), StringComparison.Ordinal))) >= 2)),
    };

    private double Share<T>(string miss, IEnumerable<T> wanted, Func<T, bool> isRight)
    {
        var (right, all) = (0, 0);
        foreach (var item in wanted)
        {
            all++;
            right += isRight(item) ? 1 : 0;
            if (!isRight(item))
            {
                misses.Add(string.Create(CultureInfo.InvariantCulture, $"{miss}: {item}"));
            }
        }

        return all == 0 ? 100 : Math.Round(100.0 * right / all, 1);
    }

    private Article? Article(string file) => articles.TryGetValue(file, out var index) ? account.Story.Readings[index].Article : null;

    private string PathOf(int article) => account.Story.Readings[article].Article.Path;

    private static bool PublishedRight(Article article, string? day) => day is null
        ? article.PublishedFrom is null or DateSource.Story
        : article.Published?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day;

    private Citation? Place(GoldPlace place) => Place(place.File, place.Snippet);

    private Citation? Place(string file, string snippet)
    {
        if (!articles.TryGetValue(file, out var article))
        {
            return null;
        }

        var at = texts[article].IndexOf(Fold(snippet), StringComparison.Ordinal);
        return at < 0 ? null : new Citation(article, new TextSpan(at, at + snippet.Length));
    }

    private IEnumerable<(int Article, int Quote)> QuotesAt(Citation? place) => place is not { } at
        ? []
        : account.Story.Readings[at.Article].Quotes.Select((q, i) => (q, i)).Where(p => p.q.Content.Any(part => Stands(part, at.Span))).Select(p => (at.Article, p.i));

    private IEnumerable<int> UtterancesAt(GoldPlace place)
    {
        var quotes = QuotesAt(Place(place)).ToHashSet();
        return account.Utterances.Select((u, i) => (u, i)).Where(p => p.u.Quotes.Any(q => quotes.Contains(q.Place) && Stands(q.Span, Place(place)!.Value.Span))).Select(p => p.i);
    }

    private IEnumerable<int> ClaimsAt(GoldPlace place) => Place(place) is not { } at
        ? []
        : account.Claims.Select((c, i) => (c, i)).Where(p => p.c.Evidence.Any(e => e.Article == at.Article && InClaim(e, at.Span))).Select(p => p.i);

    private bool InClaim(ClaimEvidence evidence, TextSpan span)
    {
        var reading = account.Story.Readings[evidence.Article];
        var claim = reading.Claims[evidence.Claim];
        return Stands(claim.Span, span) || claim.Sentence == reading.Document.SentenceAt(span.Start);
    }

    private string? SpeakerOf((int Article, int Quote) at)
    {
        var reading = account.Story.Readings[at.Article];
        var quote = reading.Quotes[at.Quote];
        return account.Utterances.FirstOrDefault(u => u.Quotes.Any(q => q.Place == at))?.SpeakerName ?? quote.Source?.Of(reading.Article.Text);
    }

    private IEnumerable<string> ViaOf((int Article, int Quote) at) => account.Story.Readings[at.Article].Quotes[at.Quote].Via.Select(v => v.Name);

    private bool HasStance(GoldStancePlace gold) => Place(gold.File, gold.Snippet) is { } at && account.Story.Readings[at.Article].Claims
        .Any(c => Stands(c.Span, at.Span) && string.Equals(c.Stance.ToString(), gold.Stance, StringComparison.OrdinalIgnoreCase));

    private bool IsCopy(string left, string right) => articles.TryGetValue(left, out var a) && articles.TryGetValue(right, out var b)
        && account.Story.Lineage.Links.Any(l => l.Kind == LineageKind.Copy && ((l.From == a && l.To == b) || (l.From == b && l.To == a)));

    /// <summary>Whether one conflict of the account sets two of these values against each other.</summary>
    private bool IsTold(GoldConflict conflict) => account.Conflicts.Any(found =>
    {
        var sides = from side in Enumerable.Range(0, found.Values.Length)
                    from value in Enumerable.Range(0, conflict.Values.Count)
                    where conflict.Values[value].Evidence.Exists(e => Place(e) is { } at && found.Values[side].Evidence.Any(c => c.Article == at.Article && InSentence(c, at.Span)))
                    select (side, value);
        var seen = sides.ToList();
        return seen.Exists(x => seen.Exists(y => x.side != y.side && x.value != y.value));
    });

    private bool InSentence(Citation citation, TextSpan span)
    {
        var document = account.Story.Readings[citation.Article].Document;
        return Stands(citation.Span, span) || document.SentenceAt(citation.Span.Start) == document.SentenceAt(span.Start);
    }

    private string Words(Citation citation) => citation.Span.Of(account.Story.Readings[citation.Article].Article.Text);

    private static IEnumerable<(GoldPlace Left, GoldPlace Right)> Shared(GoldFact fact) => Pairs([fact.Evidence]).Where(p => p.Left.File != p.Right.File);

    private static IEnumerable<(GoldPlace Left, GoldPlace Right)> Pairs(IEnumerable<List<GoldPlace>> groups) =>
        groups.SelectMany(g => g.SelectMany((left, i) => g.Skip(i + 1).Select(right => (left, right))));

    private IEnumerable<(GoldPlace Left, GoldPlace Right)> OtherPairs() =>
        gold.SameUtterance.SelectMany((g, i) => gold.SameUtterance.Skip(i + 1).SelectMany(h => g.SelectMany(left => h.Select(right => (left, right)))));

    private static bool Stands(TextSpan left, TextSpan right)
    {
        var shared = Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
        return shared > 0 && 2 * shared >= Math.Min(left.Length, right.Length);
    }

    /// <summary>Whether one name holds the other, articles and case aside.</summary>
    private static bool SameName(string? found, string wanted)
    {
        if (found is null)
        {
            return false;
        }

        var (left, right) = (Parts(found), Parts(wanted));
        return left.IsSubsetOf(right) || right.IsSubsetOf(left);
    }

    private static HashSet<string> Parts(string name) =>
        [.. name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("the" or "a" or "of" or "mr" or "dr" or "dr."))];

    /// <summary>The same number of characters, with typewriter marks and plain spaces.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = source[i] switch
            {
                '“' or '”' => '"',
                '‘' or '’' => '\'',
                '–' or '—' => '-',
                '\u00a0' or '\n' => ' ',
                var c => char.ToLowerInvariant(c),
            };
        }
    });
}
