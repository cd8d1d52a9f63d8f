namespace Variorum.Lab.Training;

/// <summary>n log n, the stuff that likelihoods of counts are made of, looked up where n is small.</summary>
internal static class Entropy
{
    private static readonly double[] Table = [.. Enumerable.Range(0, 1 << 16).Select(Compute)];

    public static double Of(int count) => (uint)count < (uint)Table.Length ? Table[count] : Compute(count);

    private static double Compute(int count) => count == 0 ? 0 : count * Math.Log(count);
}
