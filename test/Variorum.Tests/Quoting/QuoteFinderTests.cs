using FsCheck;
using FsCheck.Fluent;

namespace Variorum.Tests.Quoting;

public sealed class QuoteFinderTests
{
    [Fact]
    public void Worked_examples() => Specs.Run("quoting/quotes.txt", input =>
    {
        var reading = Reports.Read(input);
        return Specs.Lines(reading.Quotes.Select(quote => Line(reading, quote)));
    });

    [Theory]
    [InlineData("quoting/speakers.txt")]
    [InlineData("quoting/chains.txt")]
    [InlineData("quoting/settings.txt")]
    [InlineData("quoting/trackers.txt")]
    [InlineData("quoting/forms.txt")]
    public void Worked_examples_of_who_to_whom_and_how(string file) => Specs.Run(file, input =>
    {
        var reading = Reports.Read(input);
        return Specs.Lines(reading.Quotes.Where(quote => quote.Act != QuoteAct.Fragment).Select(quote => Full(reading, quote)));
    });

    [Fact]
    public void Worked_examples_of_the_first_person() => Specs.Run("quoting/first-persons.txt", input =>
    {
        var reading = Reports.Read(input);
        return Specs.Lines(reading.Mentions.Where((mention, i) => mention.Rule == "speaker-of-words" && reading.Chains[mention.Chain].Mentions.Contains(i))
            .Select(mention => $"{mention.Span.Of(reading.Article.Text)}: {reading.Chains[mention.Chain].Name}"));
    });

    [Fact]
    public void Never_throws_and_keeps_spans_apart() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.Arbitrary(), text =>
    {
        var reading = Reports.Read(text);
        return reading.Quotes.All(quote => IsSound(quote, reading.Article.Text));
    }));

    [Theory]
    [InlineData("„quoed as d\n»\u0301’’s")]
    public void A_mark_within_a_word_ends(string text) => Assert.All(Reports.Read(text).Quotes, quote => Assert.True(quote.Extent.End <= text.Length));

    /// <summary>Speaker, stance, hearer, occasion, way and content of a quote, a line.</summary>
    private static string Full(Reading reading, Quote quote)
    {
        var text = reading.Article.Text;
        var speaker = quote.Speaker is { } chain ? reading.Chains[chain].Name : quote.Source?.Of(text) ?? "?";
        var described = quote.Described is { } d ? $" ({d.Type.ToString().ToLowerInvariant()}{(d.Number is { } n ? " " + n : "")}{(d.Affiliation is { } a ? " of " + a : "")})" : "";
        var stance = quote.Stance == CueStance.Neutral ? "" : " " + quote.Stance.ToString().ToLowerInvariant();
        var act = quote.Act == QuoteAct.Said ? "" : " " + quote.Act.ToString().ToLowerInvariant();
        var hearer = quote.Addressee is { } to ? $" to [{to.Span.Of(text)}]" : "";
        var occasion = quote.Occasion is { } where ? $" at [{where.Of(text)}]" : "";
        var via = quote.Via.IsEmpty ? "" : " via " + string.Join(", ", quote.Via.Select(link => $"{link.Name} ({link.Kind.ToString().ToLowerInvariant()})"));
        return $"{speaker}{described}{act}{stance}{hearer}{occasion}{via}: {string.Join(" + ", quote.Content.Select(part => part.Of(text)))}";
    }

    /// <summary>Rule, kind, act where nothing was said, source, cue, way and content of a quote, a line.</summary>
    private static string Line(Reading reading, Quote quote)
    {
        var text = reading.Article.Text;
        var content = string.Join(" + ", quote.Content.Select(part => part.Of(text)));
        var via = quote.Via.IsEmpty ? "" : $" via {string.Join(", ", quote.Via.Select(link => link.Name))}";
        var act = quote.Act == QuoteAct.Said ? "" : $" {quote.Act.ToString().ToLowerInvariant()}";
        return $"{quote.Rule} {quote.Kind.ToString().ToLowerInvariant()}{act} [{quote.Source?.Of(text)}] <{quote.Cue?.Of(text)}>{via}: {content}";
    }

    private static bool IsSound(Quote quote, string text) =>
        quote.Content.Length > 0
        && quote.Content.All(part => !part.IsEmpty && part.Start >= 0 && part.End <= text.Length)
        && quote.Content.Zip(quote.Content.Skip(1)).All(pair => pair.First.End <= pair.Second.Start)
        && quote.Quoted.All(part => quote.Content.Any(whole => whole.Contains(part)))
        && (quote.Cue is not { } cue || quote.Content.All(part => !part.Overlaps(cue)))
        && (quote.Source is not { } source || quote.Content.All(part => !part.Overlaps(source)) && (quote.Cue is not { } verb || !verb.Overlaps(source)))
        && (quote.Kind == QuoteKind.Indirect) == quote.Quoted.IsEmpty;
}
