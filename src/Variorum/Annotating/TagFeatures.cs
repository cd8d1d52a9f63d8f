using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What the tagger looks at to choose a word's tag: the word, its neighbours and the two tags before it.</summary>
/// <remarks><b>Method.</b> After Ratnaparkhi (1996) and Collins (2002), with the dictionary's tags of the words around (Moore, 2015).</remarks>
internal static class TagFeatures
{
    /// <summary>How many features a word has.</summary>
    public const int Count = 38;

    /// <summary>Words that stand on both sides of a sentence so that every word has two neighbours.</summary>
    public const int Margin = 2;

    /// <summary>Fills <paramref name="features"/> for one word.</summary>
    /// <param name="words">The sentence between <see cref="Margin"/> empty words on both sides.</param>
    /// <param name="at">Index into <paramref name="words"/>.</param>
    /// <param name="last">The tag before; 0 at the beginning.</param>
    /// <param name="last2">The tag before that.</param>
    /// <param name="features">At least <see cref="Count"/> places.</param>
    public static void Fill(ReadOnlySpan<WordForm> words, int at, uint last, uint last2, Span<uint> features)
    {
        ref readonly var word = ref words[at];
        ref readonly var before = ref words[at - 1];
        ref readonly var before2 = ref words[at - 2];
        ref readonly var after = ref words[at + 1];
        ref readonly var after2 = ref words[at + 2];
        FillWord(word, features);
        features[13] = FeatureHash.Of(13, before.Word);
        features[14] = FeatureHash.Of(14, before2.Word);
        features[15] = FeatureHash.Of(15, after.Word);
        features[16] = FeatureHash.Of(16, after2.Word);
        features[17] = FeatureHash.Of(17, before.Word, word.Word);
        features[18] = FeatureHash.Of(18, word.Word, after.Word);
        features[19] = FeatureHash.Of(19, before.Word, after.Word);
        features[20] = FeatureHash.Of(20, before.Suffix3);
        features[21] = FeatureHash.Of(21, after.Suffix3);
        features[22] = FeatureHash.Of(22, after.Known, word.Word);
        features[23] = FeatureHash.Of(23, after.Known, word.Known);
        features[24] = FeatureHash.Of(24, after.Known, after2.Known);
        features[25] = FeatureHash.Of(25, after.Shape, word.Shape);
        features[26] = FeatureHash.Of(26, before.Shape, word.Shape);
        features[27] = FeatureHash.Of(27, last);
        features[28] = FeatureHash.Of(28, last, last2);
        features[29] = FeatureHash.Of(29, last, word.Word);
        features[30] = FeatureHash.Of(30, last, word.Known);
        features[31] = FeatureHash.Of(31, last, word.Suffix2);
        features[32] = FeatureHash.Of(32, last, word.Shape);
        features[33] = FeatureHash.Of(33, last << 8 | last2, word.Known);
        features[34] = FeatureHash.Of(34, last, after.Known);
        features[35] = FeatureHash.Of(35, last, after.Word);
        features[36] = FeatureHash.Of(36, last2, word.Word);
        features[37] = FeatureHash.Of(37, before2.Known, word.Known);
    }

    private static void FillWord(in WordForm word, Span<uint> features)
    {
        features[0] = FeatureHash.Of(0, 1);
        features[1] = FeatureHash.Of(1, word.Word);
        features[2] = FeatureHash.Of(2, word.Shape);
        features[3] = FeatureHash.Of(3, word.Known);
        features[4] = FeatureHash.Of(4, word.Prefix1);
        features[5] = FeatureHash.Of(5, word.Prefix2);
        features[6] = FeatureHash.Of(6, word.Prefix3);
        features[7] = FeatureHash.Of(7, word.Suffix1);
        features[8] = FeatureHash.Of(8, word.Suffix2);
        features[9] = FeatureHash.Of(9, word.Suffix3);
        features[10] = FeatureHash.Of(10, word.Suffix4);
        features[11] = FeatureHash.Of(11, word.Shape, word.Known);
        features[12] = FeatureHash.Of(12, word.Shape, word.Suffix3);
    }
}
