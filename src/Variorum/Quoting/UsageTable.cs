using System.Runtime.InteropServices;
using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What a lemma means in the coarse and what it does in news.</summary>
/// <param name="Sense">The two commonest kinds of its senses; 0 where none is known.</param>
/// <param name="Verb">Hash of the verb that a noun is made from, or of the lemma itself.</param>
/// <param name="Habit">How often it takes a clause, an infinitive, marks, a person: two bits each; 0 where it was seldom seen.</param>
internal readonly record struct Usage(uint Sense, uint Verb, uint Habit);

/// <summary>Verbs and nouns by what they mean and what they do, so that a rare one is judged like those it resembles.</summary>
/// <remarks><b>Shape.</b> Sorted keys and, beside them, three numbers each; loading is one copy.</remarks>
internal sealed class UsageTable
{
    private readonly uint[] keys;
    private readonly uint[] values;

    private UsageTable(uint[] keys, uint[] values) => (this.keys, this.values) = (keys, values);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static UsageTable Read(byte[] section)
    {
        var numbers = MemoryMarshal.Cast<byte, uint>(section);
        var count = numbers.Length / 4;
        return new UsageTable(numbers[..count].ToArray(), numbers[count..].ToArray());
    }

    /// <summary>Writes a table.</summary>
    public static byte[] Write(SortedDictionary<uint, Usage> usages)
    {
        uint[] numbers = [.. usages.Keys, .. usages.Values.SelectMany(usage => new[] { usage.Sense, usage.Verb, usage.Habit })];
        return MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
    }

    /// <summary>A lemma's key.</summary>
    public static uint KeyOf(uint lemma, bool isVerb) => FeatureHash.Of(isVerb ? 160u : 161u, lemma);

    /// <summary>What is known of a verb or noun; nothing of other words.</summary>
    public Usage Find(uint lemma, PennTag tag)
    {
        if (!tag.IsVerb() && tag is not (PennTag.NN or PennTag.NNS))
        {
            return default;
        }

        var at = Array.BinarySearch(keys, KeyOf(lemma, tag.IsVerb()));
        return at < 0 ? new Usage(0, lemma, 0) : new Usage(values[at * 3], values[(at * 3) + 1], values[(at * 3) + 2]);
    }
}
