using System.Text.RegularExpressions;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>Counts how often the direction of a copy is said, and said rightly, where something beside the program shows it.</summary>
/// <remarks><b>Truth.</b> By credit: one page is an agency's own and the other's raw text credits it, or the raw text of one bears the other outlet's
/// copyright and not its own. By times: both pages' times of day. By days: both pages' days, which differ; a weak witness, since pages
/// are changed and dated anew. Each is asked with all that the articles show, and with that very evidence hidden from the program.
/// <b>Halves.</b> By story, or by the two outlets where there are no stories.</remarks>
internal sealed partial class DirectionTally(Action<string>? misses)
{
    private readonly SortedDictionary<string, (int All, int Said, int Right)> counts = new(StringComparer.Ordinal);

    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="index">The left one's number in the links.</param>
    /// <param name="link">What is found between them.</param>
    /// <param name="creditless">The same with credits hidden.</param>
    /// <param name="dateless">The same with times and days hidden.</param>
    public void Add(PressArticle left, PressArticle right, int index, LineageLink? link, LineageLink? creditless, LineageLink? dateless)
    {
        if (HouseOf(left) == HouseOf(right))
        {
            return;
        }

        var half = FeatureHash.Of(0, FeatureHash.Of(left.Story.Length > 0 ? left.Story : string.Join(' ', new[] { HouseOf(left), HouseOf(right) }.Order(StringComparer.Ordinal)))) % 2 == 0 ? "a" : "b";
        var byCredit = ByCredit(left, right);
        Count("credit." + half, byCredit, link, left, right, index);
        Count("credit-hidden." + half, byCredit, creditless, left, right, index);
        if (left.Article.Published is { } l && right.Article.Published is { } r && l != r)
        {
            var byTime = l.Time.HasValue && r.Time.HasValue;
            var truth = byTime ? l < r : l.Date != r.Date ? l < r : (bool?)null;
            Count((byTime ? "times." : "days.") + half, truth, link, left, right, index);
            Count((byTime ? "times-hidden." : "days-hidden.") + half, truth, dateless, left, right, index);
        }
    }

    /// <summary>An article without its credits, and an agency's page as if it were a paper's.</summary>
    public static Article HideCredits(Article article) => article with
    {
        Outlet = article.Outlet?.Domain is "reuters.com" or "apnews.com" or "ap.org" ? new Outlet("The Evening Paper") : article.Outlet,
        Wires = [],
        Credits = [],
        Bylines = [.. article.Bylines.Where(byline => byline.Kind != BylineKind.Wire)],
        Dateline = article.Dateline is { } dateline ? dateline with { Wire = null } : null,
        Text = Bracket().Replace(article.Text, match => new string(' ', match.Length)),
    };

    /// <summary>An article without its times and days.</summary>
    public static Article HideTimes(Article article) => article with { Published = null, PublishedFrom = null, Modified = null, Dateline = null };

    public IEnumerable<Figure> Figures() => counts.SelectMany(count => new Figure[]
    {
        new($"lineage.direction-pairs.{count.Key}", count.Value.All),
        new($"lineage.direction-said.{count.Key}", Part(count.Value.Said, count.Value.All)),
        new($"lineage.direction-right.{count.Key}", Part(count.Value.Right, count.Value.Said)),
    });

    private void Count(string name, bool? truth, LineageLink? link, PressArticle left, PressArticle right, int index)
    {
        bool? said = link is { Kind: LineageKind.Copy, IsDirected: true } ? link.From == index : null;
        if (truth is null)
        {
            return;
        }

        var (all, saids, rights) = counts.GetValueOrDefault(name);
        counts[name] = (all + 1, saids + (said is null ? 0 : 1), rights + (said == truth ? 1 : 0));
        if (said != truth)
        {
            misses?.Invoke($"direction\t{name}\t{(said is null ? "unsaid" : "wrong")}\t{left.Article.Url} {left.Article.Published}\t{right.Article.Url} {right.Article.Published}\t{(truth.Value ? "->" : "<-")}\t{link?.Rule}");
        }
    }

    /// <summary>Whether the left one is the source by a credit; null where none shows it.</summary>
    private static bool? ByCredit(PressArticle left, PressArticle right) =>
        (Owes(right, left), Owes(left, right)) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };

    private static bool Owes(PressArticle taker, PressArticle source) => HouseOf(source) switch
    {
        "reuters.com" => Agency().Matches(taker.Raw).Any(m => m.Groups["name"].Value == "Reuters"),
        "apnews.com" or "ap.org" => Agency().Matches(taker.Raw).Any(m => m.Groups["name"].Value is "AP" or "Associated Press"),
        _ => Owns(taker.Raw, HouseOf(source)) && !Owns(taker.Raw, HouseOf(taker)),
    };

    /// <summary>Whether a text bears the copyright of a domain's house: its label stands there, or a station's sign that begins it.</summary>
    private static bool Owns(string raw, string domain)
    {
        var label = domain.Split('.')[0];
        return label.Length > 2 && Copyright().Matches(raw).Any(m =>
            new string([.. m.Value.Where(char.IsLetterOrDigit)]).Contains(label, StringComparison.OrdinalIgnoreCase)
            || Station().Matches(m.Value).Any(sign => sign.Value.Length == 4 && label.StartsWith(sign.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private static string HouseOf(PressArticle article) => article.Article.Outlet?.Domain ?? article.Article.Outlet?.Name ?? "";

    private static double Part(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    [GeneratedRegex(@"\((?<name>AP|Reuters)\)\s*[-–—]|(Copyright|©)[^\n]{0,20}?(The )?(?<name>Associated Press|Reuters)|(The )?(?<name>Associated Press|Reuters) contributed", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Agency();

    [GeneratedRegex(@"(Copyright|©)[^\n]{0,60}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"\([A-Z][^)\n]{1,25}\)(?=\s*[-–—])", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\b[WK][A-Z]{2,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Station();
}
