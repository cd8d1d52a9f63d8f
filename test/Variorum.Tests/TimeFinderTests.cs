using FsCheck;
using FsCheck.Fluent;
using Variorum.Annotating;
using Variorum.Normalizing;

namespace Variorum.Tests;

/// <summary>Times: worked examples, and what holds of every text.</summary>
public sealed class TimeFinderTests
{
    private static readonly string[] Words =
    [
        "Oct", "Oct.", "October", "May", "11", "22", "-", "24", ",", "2024", "1990s", "Friday", "on", "last", "next", "this", "late", "early", "mid", "week",
        "months", "three", "a", "days", "ago", "earlier", "later", "11:30pm", "p.m.", "local time", "midnight", "an hour before", "every", "of", "the", "to", "\n\n",
        "99999999999", "million", "years", "'s", "New Year's Eve", "5/2/2018", "2018-02-05", "half", "century", "decade", "quarter", "third", "in", "0", "31", "30 February",
    ];

    [Fact]
    public void ReadsTheWorkedExamples() => Specs.Run("normalizing/times.txt", Read);

    [Fact]
    public void SpansLieInsideTheTextInOrderAndFirstIsNotAfterLast() =>
        Prop.ForAll(Texts(), text => Holds(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void NoTextMakesItThrow() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => Holds(text)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void TheCalendarsEndsHold(string anchor) =>
        Prop.ForAll(Texts(), text => Holds(text, DateOnly.Parse(anchor))).QuickCheckThrowOnFailure();

    /// <summary>News of eight words in ten that the rules know.</summary>
    internal static Arbitrary<string> Texts() =>
        Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    private static bool Holds(string text, DateOnly? anchor = null)
    {
        var times = new TimeFinder().Find(new Annotator(Reports.Models).Annotate(text), anchor ?? new DateOnly(2031, 3, 7));
        var end = 0;
        foreach (var time in times)
        {
            if (time.Span.Start < end || time.Span.End > text.Length || time.Span.IsEmpty || time.First > time.Last || time.First.HasValue != time.Last.HasValue)
            {
                return false;
            }

            end = time.Span.End;
        }

        return true;
    }

    private static string Read(string input)
    {
        var line = input.IndexOf('\n', StringComparison.Ordinal);
        var (anchor, text) = (input[..line], input[(line + 1)..]);
        var times = new TimeFinder().Find(new Annotator(Reports.Models).Annotate(text), anchor == "-" ? null : DateOnly.Parse(anchor));
        return Specs.Lines(times.Select(time => $"{time.Span.Of(text)} | {time.Type} {time.Value} | {Days(time)}{time.Precision} | {time.Rule}"));
    }

    private static string Days(TimeValue time) => time.First is { } first && time.Last is { } last ? $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd} " : "";
}
