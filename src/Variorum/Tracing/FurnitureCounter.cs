namespace Variorum.Tracing;

/// <summary>Knows which sentences an outlet prints again and again.</summary>
/// <remarks><b>Method.</b> A count-min sketch (Cormode and Muthukrishnan, 2005) over outlet and sentence, halved from time to time so that
/// what is no longer printed is forgotten. <b>Cost.</b> Memory does not grow.</remarks>
internal sealed class FurnitureCounter
{
    /// <summary>Earlier articles of the outlet with the sentence: a report is seldom brought out so often.</summary>
    private const int Often = 3;

    /// <summary>Fewer words come again by themselves ("He declined.").</summary>
    private const int LeastWords = 3;

    private const int Room = 1 << 23;

    private readonly byte[] first = new byte[Room];
    private readonly byte[] second = new byte[Room];
    private readonly int memory;
    private int articles;

    /// <param name="memory">After how many articles the counts are halved.</param>
    public FurnitureCounter(int memory) => this.memory = memory;

    /// <summary>Marks the sentences of an article that its outlet has printed often before, and counts all.</summary>
    public void Mark(TracedText text)
    {
        if (text.Article.Outlet is not { } outlet || (outlet.Domain ?? outlet.Name) is not { } house)
        {
            return;
        }

        var seed = (uint)WordKey.Of(house);
        for (var i = 0; i < text.Sentences.Length; i++)
        {
            var sentence = text.Sentences[i];
            if (sentence.End - sentence.First >= LeastWords && Count(Hash(text, sentence, seed)) >= Often)
            {
                text.MarkFurniture(i);
            }
        }

        if (++articles % memory == 0)
        {
            Halve(first);
            Halve(second);
        }
    }

    private static ulong Hash(TracedText text, TracedSentence sentence, uint seed)
    {
        var hash = seed * 0x9E3779B97F4A7C15ul;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            hash = (hash ^ (uint)text.Words[i].Key) * 0xD6E8FEB86659FD93ul;
            hash ^= hash >> 32;
        }

        return hash;
    }

    /// <returns>How often it was counted before.</returns>
    private int Count(ulong hash)
    {
        ref var one = ref first[hash & (Room - 1)];
        ref var other = ref second[(hash >> 32) & (Room - 1)];
        var before = Math.Min(one, other);
        one = (byte)Math.Min(byte.MaxValue, one + 1);
        other = (byte)Math.Min(byte.MaxValue, other + 1);
        return before;
    }

    private static void Halve(byte[] counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] >>= 1;
        }
    }
}
