using System.Runtime.CompilerServices;

namespace Variorum.Learning;

/// <summary>Turns features into numbers without keeping their names.</summary>
/// <remarks><b>Method.</b> Feature hashing (Weinberger et al., 2009); FNV-1a over UTF-16 units, finished with a multiplication.</remarks>
internal static class FeatureHash
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A hash of a word.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>A feature: which template, filled with what.</summary>
    public static uint Of(uint template, uint value) => Of(template, value, 0);

    /// <summary>A feature: which template, filled with which two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint first, uint second)
    {
        var mixed = ((ulong)first << 32 | second) * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 29) ^ ((ulong)template << 7)) * 0xBF58476D1CE4E5B9UL;
        return (uint)(mixed >> 32);
    }
}
