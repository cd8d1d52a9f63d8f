using System.Collections.Immutable;

namespace Variorum;

/// <summary>One act of speech, however many quotes report it.</summary>
/// <param name="Speaker">Index into <see cref="Story.Entities"/>; null where the speaker is not known by name.</param>
/// <param name="SpeakerName">Who said it: the entity's name, or the words the articles give ("a ministry spokesman"); null where they give none.</param>
/// <param name="Role">What the speaker is called ("Iranian President"); null where nothing is said.</param>
/// <param name="Quotes">The quotes that report it: article index and index into <see cref="Reading.Quotes"/>; the fullest form first.</param>
/// <param name="Wordings">Its different wordings, the most widely printed first.</param>
/// <param name="Rule">What joined the quotes.</param>
public sealed record Utterance(
    int? Speaker,
    string? SpeakerName,
    string? Role,
    ImmutableArray<(int Article, int Quote)> Quotes,
    ImmutableArray<Wording> Wordings,
    string Rule);

/// <summary>One form in which an utterance was printed.</summary>
/// <param name="Citation">Where it stands; its words are the wording.</param>
/// <param name="Articles">The articles that print it so, ascending.</param>
public sealed record Wording(Citation Citation, ImmutableArray<int> Articles);
