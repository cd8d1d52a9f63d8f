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

    /// <summary>Whether any row of labels is allowed at all.</summary>
    public bool IsPossible(int labels, Func<int, int, bool> canFollow)
    {
        var reached = 1UL;
        foreach (var allowed in Allowed.Append(1UL))
        {
            var next = 0UL;
            for (var label = 0; label < labels; label++)
            {
                for (var before = 0; before < labels && (allowed >> label & 1) != 0; before++)
                {
                    next |= (reached >> before & 1) != 0 && canFollow(before, label) ? 1UL << label : 0;
                }
            }

            reached = next;
        }

        return reached != 0;
    }
}
