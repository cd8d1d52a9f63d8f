namespace Variorum.Tracing;

/// <summary>A stretch of words that two texts share, with what stands between the shared words.</summary>
/// <param name="Left">First and last word in the one.</param>
/// <param name="Right">First and last word in the other.</param>
/// <param name="Words">How many words stand in both.</param>
/// <param name="Own">How many of those are both articles' own words: neither quoted nor captions nor furniture.</param>
/// <param name="Wording">How many of those are wording: a name, a number, a street that both tell are the event's own, and so are
/// a few words in a row that are on everybody's lips.</param>
/// <param name="Kind">What they share here.</param>
internal readonly record struct Stretch((int First, int Last) Left, (int First, int Last) Right, int Words, int Own, int Wording, SharedKind Kind);
