namespace Variorum.Lab.Training;

/// <summary>Units left out by chance in training (Srivastava et al., 2014).</summary>
internal static class Dropout
{
    /// <summary>Rectifies sums, drops some, adds the rest, and leaves by how much each was multiplied.</summary>
    public static void Add(Span<float> sums, Span<float> added, int dropped, Dice dice)
    {
        var kept = 256f / (256 - dropped);
        var bits = 0UL;
        for (var i = 0; i < sums.Length; i++)
        {
            bits = (i & 7) == 0 ? dice.Next() : bits >> 8;
            var factor = sums[i] > 0 && (int)(bits & 255) >= dropped ? kept : 0;
            added[i] += sums[i] * factor;
            sums[i] = factor;
        }
    }
}
