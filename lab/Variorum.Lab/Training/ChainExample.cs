namespace Variorum.Lab.Training;

/// <summary>A row of words to learn labels from.</summary>
/// <param name="Starts">Where each word's features begin in <paramref name="Features"/>, and where the last one's end.</param>
/// <param name="Features">Hashes, word after word.</param>
/// <param name="Allowed">For each word the labels that may be right, a bit each: one where its label is known, several where
/// the corpus leaves it open.</param>
internal sealed record ChainExample(int[] Starts, uint[] Features, ulong[] Allowed)
{
    public int Length => Allowed.Length;

    public ReadOnlySpan<uint> FeaturesOf(int word) => Features.AsSpan(Starts[word], Starts[word + 1] - Starts[word]);
}
