namespace Variorum.Lab.Scoring;

/// <summary>Compares bodies as the article-extraction-benchmark does: runs of four words as a bag.</summary>
internal sealed class BodyTally(string set, Action<string>? tell)
{
    private const int Run = 4;

    private readonly List<double> precisions = [];
    private readonly List<double> recalls = [];

    public void Add(string page, string? said, string found)
    {
        if (said is null)
        {
            return;
        }

        var (left, right) = (Runs(said), Runs(found));
        var shared = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        var (extra, missing) = (right.Values.Sum() - shared, left.Values.Sum() - shared);
        var isWhole = extra == 0 && missing == 0;
        var precision = isWhole ? 1 : shared + extra > 0 ? (double)shared / (shared + extra) : 0;
        var recall = isWhole ? 1 : shared + missing > 0 ? (double)shared / (shared + missing) : 0;
        precisions.AddRange(shared + extra > 0 ? [precision] : []);
        recalls.AddRange(shared + missing > 0 ? [recall] : []);
        tell?.Invoke($"{set} body {page}: F1 {F1(precision, recall):0.000} P {precision:0.000} R {recall:0.000}");
    }

    /// <summary>Means over pages, and F1 of the means; none where no page's body is known.</summary>
    public IEnumerable<Figure> Figures()
    {
        if (recalls.Count == 0)
        {
            return [];
        }

        var (precision, recall) = (precisions.Average(), recalls.Average());
        return
        [
            new Figure($"extraction.{set}.body.precision", precision),
            new Figure($"extraction.{set}.body.recall", recall),
            new Figure($"extraction.{set}.body.f1", F1(precision, recall)),
        ];
    }

    private static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    private static Dictionary<string, int> Runs(string text)
    {
        var words = Words(text);
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < (words.Count == 0 ? 0 : Math.Max(1, words.Count - Run + 1)); i++)
        {
            var run = string.Join(" ", words.GetRange(i, Math.Min(Run, words.Count - i)));
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.OtherNumber))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }
}
