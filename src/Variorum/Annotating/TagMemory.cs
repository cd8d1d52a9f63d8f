using System.Runtime.Intrinsics;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>One thread's work place: the sentence being tagged, and what the words seen of late say by themselves.</summary>
/// <remarks>
/// <para><b>Shape.</b> For each word in its case, the sums of its features' weights for all tags, once for each place it can be
/// seen from, made when first asked for. When the places are used up all is forgotten: what is kept never changes a choice,
/// only its cost.</para>
/// </remarks>
internal sealed class TagMemory
{
    /// <summary>Words kept: nine in ten words of news are among the last so many kinds.</summary>
    private const int Capacity = 8192;

    private const int LongestForm = 40;

    private readonly TagLexicon lexicon;
    private readonly LinearModel weights;
    private readonly int classes;
    private readonly int width;

    private readonly ushort[] heads = new ushort[Capacity * 2];
    private readonly char[] forms = new char[Capacity * LongestForm];
    private readonly ushort[] keys = new ushort[Capacity];
    private readonly WordForm[] kinds = new WordForm[Capacity];
    private readonly byte[] filled = new byte[Capacity];
    private readonly short[] sums;
    private int count;

    private readonly WordForm[] words;
    private readonly int[] entries;
    private int length;

    private readonly uint[] features = new uint[TagFeatures.PairCount + TagFeatures.TagCount];
    private readonly uint[] ownFeatures = new uint[TagFeatures.OwnCount];
    private readonly int[] scores;

    public TagMemory(TagLexicon lexicon, LinearModel weights, int classes, int longestPiece)
    {
        (this.lexicon, this.weights, this.classes) = (lexicon, weights, classes);
        width = (classes + 15) / 16 * 16;
        sums = new short[Capacity * TagFeatures.Places * width];
        scores = new int[width];
        words = new WordForm[longestPiece + (2 * TagFeatures.Margin)];
        entries = new int[words.Length];
        Forget();
    }

    /// <summary>Makes place for a sentence.</summary>
    public void Open(int wordCount)
    {
        if (count + wordCount > Capacity)
        {
            Forget();
        }

        length = wordCount;
        words.AsSpan(length + TagFeatures.Margin, TagFeatures.Margin).Clear();
        entries.AsSpan(length + TagFeatures.Margin, TagFeatures.Margin).Clear();
    }

    /// <summary>Puts a word at its place.</summary>
    public void Place(int at, ReadOnlySpan<char> form, SentenceCase sentenceCase, bool isFirst)
    {
        var entry = Find(form, sentenceCase, isFirst);
        entries[at + TagFeatures.Margin] = entry;
        words[at + TagFeatures.Margin] = kinds[entry];
    }

    /// <summary>The best tag for a word.</summary>
    /// <param name="at">Which.</param>
    /// <param name="last">The tag before; 0 at the beginning.</param>
    /// <param name="last2">The tag before that.</param>
    public int Choose(int at, uint last, uint last2)
    {
        var middle = at + TagFeatures.Margin;
        if (lexicon.SureTag(words[middle]) is var sure && sure != TagLexicon.Unsure)
        {
            return sure;
        }

        Sum(middle);
        var sentence = words.AsSpan(0, length + (2 * TagFeatures.Margin));
        TagFeatures.FillPairs(sentence, middle, features);
        TagFeatures.FillTags(sentence, middle, last, last2, features.AsSpan(TagFeatures.PairCount));
        weights.Score(features, scores);
        return LinearModel.Best(scores.AsSpan(0, classes));
    }

    /// <summary>Adds what the word and its neighbours say by themselves.</summary>
    private void Sum(int middle)
    {
        var own = SumOf(entries[middle], 0);
        var before = SumOf(entries[middle - 1], 1);
        var before2 = SumOf(entries[middle - 2], 2);
        var after = SumOf(entries[middle + 1], 3);
        var after2 = SumOf(entries[middle + 2], 4);
        for (var i = 0; i < width; i += 8)
        {
            var sum = Vector128.Create(own.Slice(i, 8)) + Vector128.Create(before.Slice(i, 8)) + Vector128.Create(before2.Slice(i, 8))
                + Vector128.Create(after.Slice(i, 8)) + Vector128.Create(after2.Slice(i, 8));
            var (low, high) = Vector128.Widen(sum);
            low.CopyTo(scores, i);
            high.CopyTo(scores, i + 4);
        }
    }

    private ReadOnlySpan<short> SumOf(int entry, int place)
    {
        var sum = sums.AsSpan(((entry * TagFeatures.Places) + place) * width, width);
        if ((filled[entry] & (1 << place)) == 0)
        {
            filled[entry] |= (byte)(1 << place);
            Array.Clear(scores);
            var given = TagFeatures.FillWord(kinds[entry], place, ownFeatures);
            weights.Score(ownFeatures.AsSpan(0, given), scores);
            for (var i = 0; i < width; i++)
            {
                // A fifth of the range each, so that five of them never pass its end.
                sum[i] = (short)Math.Clamp(scores[i], short.MinValue / TagFeatures.Places, short.MaxValue / TagFeatures.Places);
            }
        }

        return sum;
    }

    private int Find(ReadOnlySpan<char> form, SentenceCase sentenceCase, bool isFirst)
    {
        var key = (ushort)(form.Length | (int)sentenceCase << 8 | (isFirst ? 1 << 10 : 0));
        var mask = heads.Length - 1;
        var slot = (int)(FeatureHash.Of(key, FeatureHash.Of(form)) & (uint)mask);
        if (form.Length > LongestForm)
        {
            return Keep(form, key, sentenceCase, isFirst);
        }

        for (; heads[slot] != 0; slot = (slot + 1) & mask)
        {
            var entry = (int)heads[slot];
            if (keys[entry] == key && forms.AsSpan(entry * LongestForm, form.Length).SequenceEqual(form))
            {
                return entry;
            }
        }

        heads[slot] = (ushort)count;
        form.CopyTo(forms.AsSpan(count * LongestForm));
        return Keep(form, key, sentenceCase, isFirst);
    }

    private int Keep(ReadOnlySpan<char> form, ushort key, SentenceCase sentenceCase, bool isFirst)
    {
        keys[count] = key;
        kinds[count] = lexicon.Look(form, sentenceCase, isFirst);
        filled[count] = 0;
        return count++;
    }

    /// <summary>Entry 0 is the empty word beside a sentence.</summary>
    private void Forget()
    {
        Array.Clear(heads);
        kinds[0] = default;
        filled[0] = 0;
        count = 1;
    }
}
