namespace Variorum.Lab.Training;

/// <summary>Counts features roughly, in little memory, and keeps those that were seen often enough.</summary>
/// <remarks>Features that fall on one place are counted together: a few rare ones slip through, none that is frequent is lost.</remarks>
/// <param name="least">How often a feature must have been seen.</param>
internal sealed class FeatureSieve(int least)
{
    private readonly byte[] counts = new byte[1 << 26];

    public void Count(ReadOnlySpan<uint> features)
    {
        foreach (var feature in features)
        {
            ref var count = ref counts[feature >> 6];
            count += count < 255 ? (byte)1 : (byte)0;
        }
    }

    public bool Keeps(uint feature) => counts[feature >> 6] >= least;
}
