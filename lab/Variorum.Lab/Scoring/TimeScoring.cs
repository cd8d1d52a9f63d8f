using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Normalizing;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the times found against TimeBank and AQUAINT, as TempEval-3 does.</summary>
/// <remarks>Strict: the same extent. Relaxed: extents that overlap. Value: of the relaxed hits, those with the annotator's value.</remarks>
internal static class TimeScoring
{
    /// <summary>The figures, and with <paramref name="misses"/> a line for everything that differs.</summary>
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? misses = null)
    {
        var loaded = Models.Load(name => File.OpenRead(Path.Combine(models.FullName, name)));
        var annotator = new Annotator(loaded);
        var (gold, found, strict, relaxed, values) = (0, 0, 0, 0, 0);
        foreach (var document in TimeBank.Read(data))
        {
            var times = new TimeFinder().Find(annotator.Annotate(document.Text), document.Created);
            gold += document.Times.Length;
            found += times.Length;
            foreach (var want in document.Times)
            {
                var got = times.FirstOrDefault(time => time.Span.Overlaps(new TextSpan(want.Start, want.End)));
                strict += got is not null && got.Span == new TextSpan(want.Start, want.End) ? 1 : 0;
                relaxed += got is not null ? 1 : 0;
                values += got is not null && got.Value == want.Value ? 1 : 0;
                Tell(misses, document, want, got);
            }

            foreach (var extra in times.Where(time => !document.Times.Any(want => time.Span.Overlaps(new TextSpan(want.Start, want.End)))))
            {
                misses?.Invoke($"extra\t{document.Name}\t{extra.Span.Of(document.Text)}\t{extra.Value}\t{extra.Rule}\t{Around(document.Text, extra.Span)}");
            }
        }

        yield return new Figure("times.strict.tbaq", Harmonic(strict, found, gold));
        yield return new Figure("times.relaxed.tbaq", Harmonic(relaxed, found, gold));
        yield return new Figure("times.value.tbaq", relaxed == 0 ? 0 : (double)values / relaxed);
        yield return new Figure("times.value-f1.tbaq", Harmonic(values, found, gold));
    }

    private static void Tell(Action<string>? misses, TimedDocument document, MarkedTime want, TimeValue? got)
    {
        var span = new TextSpan(want.Start, want.End);
        if (got is null)
        {
            misses?.Invoke($"missed\t{document.Name}\t{span.Of(document.Text)}\t{want.Value}\t\t{Around(document.Text, span)}");
        }
        else if (got.Span != span || got.Value != want.Value)
        {
            misses?.Invoke($"{(got.Value == want.Value ? "extent" : "value")}\t{document.Name}\t{span.Of(document.Text)} | {got.Span.Of(document.Text)}\t{want.Value} | {got.Value}\t{got.Rule} @{document.Created}\t{Around(document.Text, span)}");
        }
    }

    private static string Around(string text, TextSpan span) =>
        text[Math.Max(0, span.Start - 50)..Math.Min(text.Length, span.End + 50)].Replace('\n', ' ');

    private static double Harmonic(int hits, int found, int gold) => found + gold == 0 ? 0 : 2.0 * hits / (found + gold);
}
