using System.Collections.Immutable;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Measures on the project's own articles who is said to have said what.</summary>
internal sealed class TrialReportScore(Pipeline pipeline)
{
    private (int Found, int Sourced, int All) reports;
    private (int Right, int All) quoted;

    /// <summary>Of the marked reports, those found and those found with their source; of those found with words in quotation marks, those that are marked so with the same source.</summary>
    /// <remarks>A report is found where the contents share half or more of their union; its source is right where the two overlap, or where neither has one.</remarks>
    public IEnumerable<Figure> Figures =>
    [
        new Figure("trial.reports", (double)reports.Found / reports.All),
        new Figure("trial.reports-sourced", (double)reports.Sourced / reports.All),
        new Figure("trial.quoted-right", (double)quoted.Right / Math.Max(1, quoted.All)),
    ];

    public void Add(AttributedArticle article, Action<string>? tell)
    {
        var reading = pipeline.Read(new Article { Path = article.Id, Sha256 = "", Text = article.Text });
        var found = reading.Quotes.Concat(reading.Thoughts).ToList();
        foreach (var gold in article.Attributions)
        {
            var same = found.Where(quote => IsSame(gold.Content, quote.Marked.Content)).ToList();
            var isSourced = same.Exists(quote => HasSource(gold, quote));
            reports = (reports.Found + (same.Count > 0 ? 1 : 0), reports.Sourced + (isSourced ? 1 : 0), reports.All + 1);
            if (!isSourced)
            {
                tell?.Invoke($"{(same.Count > 0 ? "source" : "report")}: {Words(gold.Source, article)}: {Words(gold.Content, article)}{string.Concat(same.Select(quote => ", made " + Words(quote.Marked.Source, article)))}");
            }
        }

        foreach (var quote in reading.Quotes.Where(quote => !quote.IsNested && quote.Kind != QuoteKind.Indirect))
        {
            var isRight = article.Attributions.Any(gold => IsSame(gold.Content, quote.Marked.Content) && HasSource(gold, quote));
            quoted = (quoted.Right + (isRight ? 1 : 0), quoted.All + 1);
            if (!isRight)
            {
                tell?.Invoke($"quoted: {Words(quote.Marked.Source, article)}: {Words(quote.Marked.Content, article)}");
            }
        }
    }

    private static bool HasSource(MarkedAttribution gold, Quote quote) =>
        gold.Source.IsEmpty ? quote.Marked.Source.IsEmpty : quote.Marked.Source.Any(found => gold.Source.Any(span => Shared(span, found) > 0));

    private static bool IsSame(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right)
    {
        var shared = left.Sum(a => right.Sum(b => Shared(a, b)));
        return shared > 0 && 2 * shared >= left.Sum(span => span.Length) + right.Sum(span => span.Length) - shared;
    }

    private static int Shared(TextSpan left, TextSpan right) => Math.Max(0, Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start));

    private static string Words(ImmutableArray<TextSpan> spans, AttributedArticle article) => string.Join(" + ", spans.Select(span => span.Of(article.Text)));
}
