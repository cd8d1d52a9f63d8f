using System.Collections.Immutable;

namespace Variorum;

/// <summary>One act of speech, however many quotes report it.</summary>
/// <param name="Speaker">Index into <see cref="Story.Entities"/>; null where the speaker is not known by name.</param>
/// <param name="SpeakerName">Who said it: the entity's name, or the words the articles give ("a ministry spokesman"); null where they give none.</param>
/// <param name="Role">What the speaker is called ("Iranian President"); null where nothing is said.</param>
/// <param name="Quotes">The parts of quotes that report it; the fullest form first.</param>
/// <param name="Wordings">Its different wordings, the fullest form first: words in marks, then the longest.</param>
/// <param name="Rule">What joined the quotes.</param>
public sealed record Utterance(
    int? Speaker,
    string? SpeakerName,
    string? Role,
    ImmutableArray<QuotePart> Quotes,
    ImmutableArray<Wording> Wordings,
    string Rule)
{
    /// <summary>Whether the articles only describe who said it ("two officials").</summary>
    public bool IsUnnamed { get; init; }
}

/// <summary>As much of a quote as reports one act of speech: all of it, or some sentences of a long one.</summary>
/// <param name="Article">Index into <see cref="Story.Readings"/>.</param>
/// <param name="Quote">Index into that article's <see cref="Reading.Quotes"/>.</param>
/// <param name="Span">From its first word to its last, in that article's text; within one part of <see cref="Quote.Content"/>.</param>
public readonly record struct QuotePart(int Article, int Quote, TextSpan Span)
{
    /// <summary>The article and the quote alone.</summary>
    public (int Article, int Quote) Place => (Article, Quote);

    /// <summary>The article and the quote alone.</summary>
    public void Deconstruct(out int article, out int quote) => (article, quote) = (Article, Quote);
}

/// <summary>One form in which an utterance was printed.</summary>
/// <param name="Citation">Where it stands; its words are the wording.</param>
/// <param name="Articles">The articles that print it so, ascending.</param>
public sealed record Wording(Citation Citation, ImmutableArray<int> Articles);
