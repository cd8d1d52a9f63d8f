using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Counts what <see cref="LineageScore"/> measures on one set.</summary>
internal sealed class LineageTally(string set, Action<string>? misses)
{
    private const double Shared = 0.3;
    private const double Little = 0.1;
    private const double Twin = 0.9;
    private const int Shortest = 30;

    private int wanted;
    private int found;
    private int reported;
    private int wrong;
    private int timed;
    private int timedSaid;
    private int printedRight;
    private int timedRight;
    private int hiddenSaid;
    private int hiddenRight;
    private int windowLinks;
    private int windowWrong;

    public void Pair(PressArticle left, PressArticle right, LikeText like, LineageLink? link, LineageLink? dateless, int leftIndex)
    {
        var isWanted = (like.Share >= Shared && Math.Min(Words(left), Words(right)) >= Shortest) || like.Credit is not null;
        var isFound = link?.Kind is LineageKind.Copy or LineageKind.Wire;
        wanted += isWanted ? 1 : 0;
        reported += isFound ? 1 : 0;
        if (isWanted)
        {
            found += isFound ? 1 : 0;
            TellIf(!isFound, "missed", left, right, like.Share, () => like.Credit ?? "");
        }
        else
        {
            var isWrong = link?.Kind == LineageKind.Copy && !like.HasRun && like.Share < Little;
            wrong += isWrong ? 1 : 0;
            TellIf(isWrong, "wrong", left, right, like.Share, () => Say(left, right, link!, leftIndex));
        }

        if (like.Share >= Shared)
        {
            Time(left, right, like.Share, link, dateless, leftIndex);
        }
    }

    /// <summary>Whether the earlier of two is the source, where the time of day of both is known.</summary>
    private void Time(PressArticle left, PressArticle right, double share, LineageLink? link, LineageLink? dateless, int leftIndex)
    {
        if (left.Article.Published is not { Time: not null } l || right.Article.Published is not { Time: not null } r || l == r)
        {
            return;
        }

        timed++;
        var isLeftSource = l < r;
        printedRight += link is { Kind: LineageKind.Copy } && link.From == leftIndex == isLeftSource ? 1 : 0;
        (timedSaid, timedRight) = Direction(link, leftIndex, isLeftSource, timedSaid, timedRight);
        var right0 = hiddenRight;
        var said0 = hiddenSaid;
        (hiddenSaid, hiddenRight) = Direction(dateless, leftIndex, isLeftSource, hiddenSaid, hiddenRight);
        TellIf(hiddenSaid > said0 && hiddenRight == right0, "direction", left, right, share, () => Say(left, right, dateless!, leftIndex));
    }

    public void Window(PressArticle from, PressArticle to, double share, LineageLink link)
    {
        windowLinks++;
        if (from.Story != to.Story && share < Twin)
        {
            windowWrong++;
            TellIf(true, "window", from, to, share, () => link.Rule + " " + string.Join(" | ", link.Passages.Take(3).Select(p => p.To.Of(to.Article.Text).ReplaceLineEndings(" "))));
        }
    }

    public IEnumerable<Figure> Figures() =>
    [
        new($"lineage.pairs.{set}", wanted),
        new($"lineage.found.{set}", Part(found, wanted)),
        new($"lineage.reported.{set}", reported),
        new($"lineage.right.{set}", Part(reported - wrong, reported)),
        new($"lineage.timed.{set}", timed),
        new($"lineage.earlier-first.{set}", Part(printedRight, timed)),
        new($"lineage.direction.{set}", Part(timedRight, timedSaid)),
        new($"lineage.direction-said.{set}", Part(timedSaid, timed)),
        new($"lineage.direction-without-times.{set}", Part(hiddenRight, hiddenSaid)),
        new($"lineage.direction-without-times-said.{set}", Part(hiddenSaid, timed)),
        new($"lineage.window-links.{set}", windowLinks),
        new($"lineage.window-right.{set}", Part(windowLinks - windowWrong, windowLinks)),
    ];

    private static (int Said, int Right) Direction(LineageLink? link, int leftIndex, bool isLeftSource, int said, int right) =>
        link is { Kind: LineageKind.Copy, IsDirected: true } ? (said + 1, right + (link.From == leftIndex == isLeftSource ? 1 : 0)) : (said, right);

    private static string Say(PressArticle left, PressArticle right, LineageLink link, int leftIndex)
    {
        var (to, arrow) = link.From == leftIndex ? (right, "->") : (left, "<-");
        return $"{arrow} {link.Rule} {string.Join(" | ", link.Passages.Where(p => p.Kind == SharedKind.Text).Take(4).Select(p => p.To.Of(to.Article.Text).ReplaceLineEndings(" ")))}";
    }

    private void TellIf(bool isMiss, string what, PressArticle left, PressArticle right, double share, Func<string> more)
    {
        if (isMiss)
        {
            misses?.Invoke($"{what}\t{set}\t{share:0.00}\t{Name(left)}\t{Name(right)}\t{more()}");
        }
    }

    private static string Name(PressArticle article) => $"{article.Article.Path} {article.Article.Outlet?.Domain ?? article.Article.Outlet?.Name} {article.Article.Published} {article.Story}";

    private static int Words(PressArticle article) => article.Article.Text.Count(c => c == ' ') + 1;

    private static double Part(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}

/// <summary>How alike two texts are by count.</summary>
/// <param name="Share">Of the shorter one's 8-grams those that stand in the other.</param>
/// <param name="HasRun">Whether twelve words in a row stand in both.</param>
/// <param name="Credit">An agency that both credit; null for none.</param>
internal readonly record struct LikeText(double Share, bool HasRun, string? Credit);
