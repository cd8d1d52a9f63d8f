using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Variorum.Lab.Corpora;
using Variorum.Tracing;

namespace Variorum.Lab.Scoring;

/// <summary>Measures who is found to have taken text from whom, on stories of known outlets.</summary>
/// <remarks>
/// <para>Found: of the pairs of one story that share three tenths of the shorter one's word 8-grams, or whose texts both carry the same
/// agency's credit, those that are linked. Right: of the pairs linked as copies or by an agency, those that share a tenth of
/// the 8-grams, twelve words in a row or such a credit; pairs of two stories count as wrong unless one text stands in both.</para>
/// <para>Direction: of the copies whose times of day are both known, whether the earlier is the source, with the times taken
/// away from the program; and whether the text of an agency's own page is the source, with credits left to it.</para>
/// </remarks>
internal static partial class LineageScore
{
    private const int Size = 8;
    private const int LongRun = 12;

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? misses = null)
    {
        var loaded = Models.Load(name => File.OpenRead(Path.Combine(models.FullName, name)));
        var pipeline = new Pipeline(loaded);
        var directions = new DirectionTally(misses);
        foreach (var (name, articles) in PressStories.Read(data, pipeline))
        {
            var grams = articles.Select(a => Grams(a.Article.Text, Size)).ToArray();
            var runs = articles.Select(a => Grams(a.Article.Text, LongRun)).ToArray();
            var credits = articles.Select(a => Credits(a.Raw)).ToArray();
            var tally = new LineageTally(name, misses);
            foreach (var story in Enumerable.Range(0, articles.Length).Where(i => articles[i].Article.Text.Length > 0).GroupBy(i => articles[i].Story, StringComparer.Ordinal))
            {
                var members = story.ToArray();
                var lineage = Trace(loaded, [.. members.Select(i => articles[i].Article)]);
                var dateless = Trace(loaded, [.. members.Select(i => DirectionTally.HideTimes(articles[i].Article))]);
                var creditless = Trace(loaded, [.. members.Select(i => DirectionTally.HideCredits(articles[i].Article))]);
                for (var right = 1; right < members.Length; right++)
                {
                    for (var left = 0; left < right; left++)
                    {
                        var (l, r) = (members[left], members[right]);
                        var share = new LikeText(Share(grams[l], grams[r]), runs[l].Overlaps(runs[r]), credits[l].Intersect(credits[r], StringComparer.Ordinal).FirstOrDefault());
                        var (link, undated) = (Find(lineage, left, right), Find(dateless, left, right));
                        tally.Pair(articles[l], articles[r], share, link, undated, left);
                        if (link?.Kind == LineageKind.Copy)
                        {
                            directions.Add(articles[l], articles[r], left, link, Find(creditless, left, right), undated);
                        }
                    }
                }
            }

            foreach (var link in LineageWindow.Trace([.. articles.Select(a => a.Article)]))
            {
                tally.Window(articles[link.From], articles[link.To], Share(grams[link.From], grams[link.To]), link);
            }

            foreach (var figure in tally.Figures())
            {
                yield return figure;
            }
        }

        foreach (var figure in Bias(data, loaded, pipeline, directions, misses).Concat(directions.Figures()))
        {
            yield return figure;
        }
    }

    /// <summary>Copies among articles of many outlets, and how many articles a second of a core's time go through a window.</summary>
    private static IEnumerable<Figure> Bias(DirectoryInfo data, Models models, Pipeline pipeline, DirectionTally directions, Action<string>? misses)
    {
        var heap = PressStories.Bias(data, pipeline).Where(a => a.Article.Text.Length > 0).OrderBy(a => a.Article.Published?.Date ?? DateOnly.MaxValue).ToList();
        List<Article> articles = [.. heap.Select(a => a.Article)];
        LineageWindow.Trace(articles[..Math.Min(articles.Count, 1000)]);
        var before = Environment.CpuUsage.TotalTime;
        var links = LineageWindow.Trace(articles);
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var creditless = ByPair(LineageWindow.Trace([.. articles.Select(DirectionTally.HideCredits)]));
        var dateless = ByPair(LineageWindow.Trace([.. articles.Select(DirectionTally.HideTimes)]));
        foreach (var ((left, right), link) in ByPair(links))
        {
            directions.Add(heap[left], heap[right], left, link, creditless.GetValueOrDefault((left, right)), dateless.GetValueOrDefault((left, right)));
        }

        foreach (var figure in RewriteScore.Score(data, models, articles))
        {
            yield return figure;
        }

        var owned = links.Where(l => IsOwn(heap[l.From], heap[l.To]) || IsOwn(heap[l.To], heap[l.From])).ToList();
        foreach (var link in owned.Where(l => l.IsDirected && !IsOwn(heap[l.From], heap[l.To])))
        {
            misses?.Invoke($"agency\t{heap[link.From].Article.Url}\t{heap[link.To].Article.Url}\t{link.Rule}");
        }

        yield return new Figure("lineage.agency-pairs.article-bias", owned.Count);
        yield return new Figure("lineage.agency-direction.article-bias", Part(owned.Count(l => l.IsDirected && IsOwn(heap[l.From], heap[l.To])), owned.Count));
        yield return new Figure("lineage.links.article-bias", links.Length);
        yield return new Figure("lineage.articles-per-second.article-bias", articles.Count / seconds);
    }

    private static Dictionary<(int Left, int Right), LineageLink> ByPair(ImmutableArray<LineageLink> links) =>
        links.ToDictionary(l => (Math.Min(l.From, l.To), Math.Max(l.From, l.To)));

    private static double Part(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    /// <summary>Whether the one is an agency's own page and the other credits that agency.</summary>
    private static bool IsOwn(PressArticle source, PressArticle taker) => source.Article.Outlet?.Domain switch
    {
        "reuters.com" => taker.Article.Outlet?.Domain != "reuters.com" && Credits(taker.Raw).Contains("Reuters"),
        "apnews.com" => taker.Article.Outlet?.Domain != "apnews.com" && Credits(taker.Raw).Contains("Associated Press"),
        _ => false,
    };

    /// <summary>The lineage of articles without their grammar.</summary>
    private static Lineage Trace(Models models, ImmutableArray<Article> articles) =>
        new LineageTracer(models).Trace([.. articles.Select(a => new Reading(a, new Document(a.Text, [], [], []), [], [], [], [], [], []))]);

    private static LineageLink? Find(Lineage lineage, int left, int right) =>
        lineage.Links.FirstOrDefault(l => (l.From == left && l.To == right) || (l.From == right && l.To == left));

    private static HashSet<string> Grams(string text, int size)
    {
        var words = Word().Matches(Playlist().Replace(text, "").ToLowerInvariant()).Select(m => m.Value).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - size + 1)).Select(i => string.Join(' ', words, i, size)).ToHashSet(StringComparer.Ordinal);
    }

    private static double Share(HashSet<string> left, HashSet<string> right)
    {
        var (less, more) = left.Count < right.Count ? (left, right) : (right, left);
        return less.Count == 0 ? 0 : (double)less.Count(more.Contains) / less.Count;
    }

    /// <summary>Agencies that a raw text credits beyond doubt: in a dateline's brackets, in a notice of copyright, in "contributed to this report".</summary>
    private static HashSet<string> Credits(string raw) =>
        Credit().Matches(raw).Select(m => m.Groups["name"].Value).Select(n => n is "AP" ? "Associated Press" : n).ToHashSet(StringComparer.Ordinal);

    /// <summary>A site's list of films is nobody's report.</summary>
    [GeneratedRegex(@"^\d{1,2}:\d\d .*$", RegexOptions.Multiline)]
    private static partial Regex Playlist();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\((?<name>AP|Reuters|AFP|UPI|Xinhua|dpa)\)\s*[-–—]|(Copyright|©)[^\n]{0,20}?(The )?(?<name>Associated Press|Reuters|AFP|UPI)|(The )?(?<name>Associated Press|Reuters|AFP|UPI) contributed", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Credit();
}
