using Variorum.Lab.Corpora;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>How sure a report has to be to be kept: what each threshold would bring on articles that the labeller has not learnt from.</summary>
/// <remarks><b>Method.</b> The mean of four F1: contents that share half of their union, and the words of source, cue and content.</remarks>
internal sealed class LeastScore
{
    private const int Measures = 4;

    private readonly List<(int Score, int[] Hit, int[] Found)> reports = [];
    private readonly int[] gold = new int[Measures];

    /// <summary>Adds an article with what was found in it, however unlikely.</summary>
    public void Add(AttributedText text, IReadOnlyList<FoundReport> found)
    {
        var document = text.Text.Document;
        var marked = text.Article.Attributions.Where(attribution => !attribution.Content.IsEmpty).ToArray();
        gold[0] += marked.Length;
        var roles = new HashSet<int>[] { [], [], [] };
        foreach (var attribution in marked)
        {
            foreach (var (role, words) in Roles(document, attribution))
            {
                roles[role].UnionWith(words);
            }
        }

        for (var role = 0; role < roles.Length; role++)
        {
            gold[role + 1] += roles[role].Count;
        }

        foreach (var report in found)
        {
            var (hit, all) = (new int[Measures], new int[Measures]);
            var one = new MarkedAttribution(report.Source, report.Cue, report.Content);
            (hit[0], all[0]) = (marked.Any(attribution => text.IsContentOf(report, attribution)) ? 1 : 0, 1);
            foreach (var (role, words) in Roles(document, one))
            {
                (hit[role + 1], all[role + 1]) = (words.Count(roles[role].Contains), words.Count);
            }

            reports.Add((report.Score, hit, all));
        }
    }

    /// <summary>The threshold with the best mean.</summary>
    public int Best()
    {
        var (hit, found, best, least, parts) = (new int[Measures], new int[Measures], 0.0, 0, "");
        foreach (var report in reports.OrderByDescending(report => report.Score))
        {
            for (var k = 0; k < Measures; k++)
            {
                hit[k] += report.Hit[k];
                found[k] += report.Found[k];
            }

            var mean = Enumerable.Range(0, Measures).Average(k => 2.0 * hit[k] / (found[k] + gold[k]));
            if (mean > best)
            {
                (best, least) = (mean, report.Score);
                parts = string.Join(' ', Enumerable.Range(0, Measures).Select(k => $"{2.0 * hit[k] / (found[k] + gold[k]):0.0000}"));
            }
        }

        Console.WriteLine($"reports are kept from {least}: {best:0.0000} of half, source, cue, content {parts}");
        return least;
    }

    private static IEnumerable<(int Role, HashSet<int> Words)> Roles(Document document, MarkedAttribution attribution) =>
        new[] { attribution.Source, attribution.Cue, attribution.Content }.Select((spans, role) => (role, spans.SelectMany(span => document.TokensOf(span) is var (first, end) ? Enumerable.Range(first, Math.Max(0, end - first)) : []).ToHashSet()));
}
