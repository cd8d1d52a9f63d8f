using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Finds who took text from whom in a stream of articles that nobody has put into stories yet.</summary>
/// <remarks>
/// <para><b>Method.</b> As <see cref="LineageTracer"/>, over the articles' own words alone: a pair is held against each other where marks
/// of both meet (<see cref="FingerprintIndex"/>). Needs no grammar.</para>
/// <para><b>Cost.</b> Memory is bounded by the window. Not for two threads at once.</para>
/// </remarks>
internal sealed class LineageWindow
{
    /// <summary>Articles that one remembers, unless it is told otherwise.</summary>
    public const int Usual = 100_000;

    /// <summary>Marks in common before a pair is looked at.</summary>
    private const int LeastMarks = 3;

    /// <summary>The same for a brief, which has few.</summary>
    private const int LeastOfBrief = 2;

    private const int MarksOfBrief = 24;

    /// <summary>Earlier articles that one is held against.</summary>
    private const int MostCandidates = 24;

    private const int MarksPerArticle = 128;

    /// <summary>Articles whose words are kept; older ones are read again where they are asked for.</summary>
    private const int Remembered = 8192;

    /// <summary>Days within which text goes from one outlet to another.</summary>
    private const int Near = 10;

    private const double LeastOfFar = 0.5;

    /// <summary>The same for one outlet, whose pages share their furniture.</summary>
    private const double LeastOfFarAtHome = 0.8;

    /// <summary>Least part of the lesser's marks that two far apart share, common ones counting less, before they are read.</summary>
    private const double LeastOfFarMarks = 0.2;

    private readonly TextScanner scanner = new();
    private readonly PairReader reader = new();
    private readonly List<uint> marks = [];
    private readonly FingerprintIndex index;
    private readonly FurnitureCounter furniture;
    private readonly Article?[] articles;
    private readonly int[] markCounts;
    private readonly TracedText?[] texts = new TracedText?[Remembered];
    private int arrived;

    /// <param name="size">How many articles back it looks.</param>
    public LineageWindow(int size = Usual)
    {
        index = new FingerprintIndex(size, MarksPerArticle);
        furniture = new FurnitureCounter(size);
        (articles, markCounts) = (new Article?[size], new int[size]);
    }

    /// <summary>The links of a whole heap of articles. No way along them leads back to where it began.</summary>
    /// <param name="articles">In order of publication, or of arrival.</param>
    /// <param name="size">How many articles back it looks.</param>
    public static ImmutableArray<LineageLink> Trace(IReadOnlyList<Article> articles, int size = Usual)
    {
        var window = new LineageWindow(Math.Clamp(articles.Count, 1, size));
        var links = articles.SelectMany(article => window.Add(article)).ToList();
        var directions = LineageOrder.Direct([.. links.Select(l => l.Pair)]);
        var drawn = links.Select((l, i) => directions[i] == l.RightTook ? l.Link : l.Turned).OrderBy(l => l.To).ThenBy(l => l.From).ToList();
        LineageOrder.MarkBest(drawn, number => number);
        return [.. drawn];
    }

    /// <summary>Takes an article in; its number is how many came before.</summary>
    /// <returns>Its links with earlier ones, most in common first.</returns>
    public ImmutableArray<WindowLink> Add(Article article)
    {
        var text = scanner.Scan(article);
        furniture.Mark(text);
        Fingerprints.Find(text, withSpeech: false, marks);
        var found = ImmutableArray.CreateBuilder<WindowLink>();
        foreach (var other in index.Meet(arrived, marks, marks.Count <= MarksOfBrief ? LeastOfBrief : LeastMarks, MostCandidates))
        {
            if (!IsWorthReading(other, article))
            {
                continue;
            }

            var earlier = Recall(other);
            if (reader.Read(earlier, text) is { IsCopy: true } shared && IsNear(earlier.Article, article, shared)
                && Link(other, earlier, text, shared) is { } link)
            {
                found.Add(link);
            }
        }

        index.Add(arrived, marks);
        markCounts[arrived % articles.Length] = marks.Count;
        articles[arrived % articles.Length] = article;
        texts[arrived % Remembered] = text;
        arrived++;
        return found.DrainToImmutable();
    }

    /// <summary>Whether two far apart share marks enough that they may be much the same; of two that are near a few are enough.</summary>
    private bool IsWorthReading(int other, Article article) =>
        IsNear(articles[other % articles.Length]!, article)
        || index.Worth(other) >= LeastOfFarMarks * FingerprintIndex.Rare * Math.Min(marks.Count, markCounts[other % articles.Length]);

    /// <summary>What stands in two reports weeks apart is a paragraph of background or furniture, unless it is most of either.</summary>
    private static bool IsNear(Article left, Article right, SharedText shared) =>
        IsNear(left, right)
        || Math.Max(shared.LeftShare, shared.RightShare) >= (IsOneHouse(left.Outlet, right.Outlet) ? LeastOfFarAtHome : LeastOfFar);

    private static bool IsNear(Article left, Article right) =>
        left.Published is not { } l || right.Published is not { } r || Math.Abs(l.Date.DayNumber - r.Date.DayNumber) <= Near;

    private static bool IsOneHouse(Outlet? left, Outlet? right) =>
        left is not null && right is not null && string.Equals(left.Domain ?? left.Name, right.Domain ?? right.Name, StringComparison.OrdinalIgnoreCase);

    private TracedText Recall(int number)
    {
        var article = articles[number % articles.Length]!;
        ref var text = ref texts[number % Remembered];
        return text is not null && ReferenceEquals(text.Article, article) ? text : text = scanner.Scan(article);
    }

    /// <summary>The link of two with a copy's text; nothing where both follow one statement.</summary>
    private WindowLink? Link(int other, TracedText otherText, TracedText text, SharedText shared)
    {
        var (left, right) = (Origin.Of(otherText.Article), Origin.Of(text.Article));
        if (!CopyDirection.WithoutStatement(left, right, shared).IsCopy)
        {
            return null;
        }

        var pair = PairLink.OfText(other, arrived, left, right, shared);
        var rightTook = pair.Taker != Taker.Left;
        return new WindowLink(pair, rightTook, pair.Draw(otherText, text, rightTook), pair.Draw(otherText, text, !rightTook));
    }
}

/// <summary>A link of an article of a stream with an earlier one.</summary>
/// <param name="Pair">What it was made of.</param>
/// <param name="RightTook">Whether the later took.</param>
/// <param name="Link">The link.</param>
/// <param name="Turned">The same in the other direction, should the others ask for it.</param>
internal sealed record WindowLink(PairLink Pair, bool RightTook, LineageLink Link, LineageLink Turned);
