using Variorum.Annotating;

namespace Variorum.Tests;

public sealed class AnnotatingSpecs
{
    private static readonly Annotator Annotator = new(Reports.Models);

    [Fact]
    public void Tokens() => Specs.Run("annotating/tokens.txt", text =>
    {
        var tokens = Annotator.Annotate(text).Tokens;
        return string.Concat(tokens.Select((token, i) => (i == 0 ? "" : tokens[i - 1].End == token.Start ? "|" : " ") + token.Span.Of(text)));
    });

    [Fact]
    public void Sentences() => Specs.Run("annotating/sentences.txt", text =>
        Specs.Lines(Annotator.Annotate(text).Sentences.Select(sentence => (sentence.IsHeading ? "# " : "") + sentence.Span.Of(text))));

    [Fact]
    public void Tags() => Specs.Run("annotating/tags.txt", text =>
        string.Join(' ', Annotator.Annotate(text).Tokens.Select(token => $"{token.Span.Of(text)}/{token.Tag.ToString().ToUpperInvariant()}/{token.Penn.Name()}")));

    [Fact]
    public void Trees() => Specs.Run("annotating/trees.txt", text =>
    {
        var tokens = Annotator.Annotate(text).Tokens;
        return string.Join(' ', tokens.Select(token => $"{token.Span.Of(text)}/{token.Relation.Name()}" + (token.Head < 0 ? "" : $">{tokens[token.Head].Span.Of(text)}")));
    });
}
