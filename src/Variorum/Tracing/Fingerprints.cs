namespace Variorum.Tracing;

/// <summary>A few marks of a text by which another with the same words is found.</summary>
/// <remarks><b>Method.</b> Shingles of four telling words (Broder, 1997), small words passed over so that "the" for "a"
/// changes nothing, winnowed (Schleimer, Wilkerson and Aiken, 2003): of each four in a row the least is kept, so that any
/// seven telling words in common are found.</remarks>
internal static class Fingerprints
{
    private const int Size = 4;
    private const int Window = 4;

    /// <summary>Fills <paramref name="marks"/>, in the text's order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="withSpeech">Whether quoted words count.</param>
    /// <param name="marks">Emptied first.</param>
    public static void Find(TracedText text, bool withSpeech, List<uint> marks)
    {
        marks.Clear();
        Span<uint> last = stackalloc uint[Size];
        Span<uint> window = stackalloc uint[Window];
        var (words, shingles, kept) = (0, 0, -1);
        foreach (var word in text.Words)
        {
            if (word.IsSmall || (word.IsQuoted && !withSpeech) || text.IsMarked(word.Sentence))
            {
                continue;
            }

            last[words++ % Size] = (uint)word.Key;
            if (words < Size)
            {
                continue;
            }

            window[shingles % Window] = Hash(last, words);
            shingles++;
            if (shingles >= Window)
            {
                kept = Keep(window, shingles, kept, marks);
            }
        }
    }

    /// <summary>Keeps the least shingle of the window, the last of equals, unless it is kept already.</summary>
    /// <returns>The number of the shingle that was kept last.</returns>
    private static int Keep(ReadOnlySpan<uint> window, int shingles, int kept, List<uint> marks)
    {
        var least = shingles - Window;
        for (var i = least + 1; i < shingles; i++)
        {
            least = window[i % Window] <= window[least % Window] ? i : least;
        }

        if (least != kept)
        {
            marks.Add(window[least % Window]);
        }

        return least;
    }

    /// <summary>The last words in their order, well mixed: the least hashes must be no words' in particular.</summary>
    private static uint Hash(ReadOnlySpan<uint> last, int words)
    {
        var hash = 0u;
        for (var i = words - Size; i < words; i++)
        {
            hash = (hash ^ last[i % Size]) * 0x9E3779B1u;
            hash ^= hash >> 15;
        }

        return (hash ^ (hash >> 13)) * 0x85EBCA6Bu;
    }
}
