using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Annotating;
using Variorum.Normalizing;

namespace Variorum.Tests;

/// <summary>Quantities: worked examples, and what holds of every text.</summary>
public sealed class QuantityFinderTests
{
    private static readonly string[] Words =
    [
        "at least", "nearly", "between", "and", "to", "-", "–", "20", "30", "1,200", "3.5", "99999999999999", "999999999999999999999", "million", "billion", "trillion",
        "$", "US$", "€3m", "bn", "%", "per cent", "dozens", "of", "hundreds", "thousands", "a", "dozen", "half", "two", "thirds", "twenty", "-one", "years", "old", "aged",
        "people", "dead", "no", "one", "km", "degrees", "magnitude", "first", "21st", ",", ".", "½", "/", "on", "Friday", "2024", "hundred", "zero", "\n\n",
    ];

    [Fact]
    public void ReadsTheWorkedExamples() => Specs.Run("normalizing/quantities.txt", Read);

    [Fact]
    public void SpansLieInsideTheTextInOrderAndLowIsNotAboveHigh() =>
        Prop.ForAll(Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words)).ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void GluedWordsHoldToo() =>
        Prop.ForAll(Gen.Elements(Words).ListOf().Select(words => string.Concat(words)).ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void NoTextMakesItThrow() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), Holds).QuickCheckThrowOnFailure();

    [Fact]
    public void TimesAndQuantitiesDoNotOverlap() =>
        Prop.ForAll(TimeFinderTests.Texts(), text =>
        {
            var document = new Annotator(Reports.Models).Annotate(text);
            var times = new TimeFinder().Find(document, anchor: null);
            return new QuantityFinder().Find(document).All(quantity => !times.Any(time => time.Span.Overlaps(quantity.Span)));
        }).QuickCheckThrowOnFailure();

    private static bool Holds(string text)
    {
        var end = 0;
        foreach (var quantity in new QuantityFinder().Find(new Annotator(Reports.Models).Annotate(text)))
        {
            if (quantity.Span.Start < end || quantity.Span.End > text.Length || quantity.Span.IsEmpty || quantity.Low > quantity.High)
            {
                return false;
            }

            end = quantity.Span.End;
        }

        return true;
    }

    private static string Read(string input)
    {
        var quantities = new QuantityFinder().Find(new Annotator(Reports.Models).Annotate(input));
        return Specs.Lines(quantities.Select(q =>
            $"{q.Span.Of(input)} | {q.Kind} {Number(q.Low)}..{Number(q.High)}{(q.IsApproximate ? " about" : "")}{(q.Unit is null ? "" : " " + q.Unit)} | {q.Counted ?? "-"} | {q.Rule}"));
    }

    private static string Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
