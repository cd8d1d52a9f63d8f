using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>A sentence of a quote: what is compared when utterances are aligned.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Order">Its number within its quote; neighbours are adjacent.</param>
/// <param name="Speaker">Index of the speaker's entity; null where it is not known.</param>
/// <param name="Source">What the speaker is called: the entity's names, or the words the article gives; empty where it gives none.</param>
/// <param name="Words">The lemmas of its words, lower case, in order.</param>
/// <param name="Fragments">What stands in quotation marks and is shorter than a clause, folded.</param>
internal sealed record SpokenUnit(QuotePart Part, int Order, int? Speaker, ImmutableArray<string> Source, ImmutableArray<string> Words, ImmutableArray<string> Fragments);
