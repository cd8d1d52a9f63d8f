using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What the tagger looks at to choose a word's tag: the word, its neighbours and the two tags before it.</summary>
/// <remarks>
/// <para><b>Method.</b> After Ratnaparkhi (1996) and Collins (2002), with the dictionary's tags of the words around (Moore, 2015)
/// and clusters (Koo et al., 2008).</para>
/// <para><b>Order.</b> First what each word says by itself at each of <see cref="Places"/> places (its own, one and two before,
/// one and two after): that depends on nothing else and is kept for the next time the word comes. Then pairs.</para>
/// </remarks>
internal static class TagFeatures
{
    /// <summary>Words that stand on both sides of a sentence so that every word has two neighbours.</summary>
    public const int Margin = 2;

    /// <summary>How many places a word is looked at from: 0 its own, 1 and 2 before, 3 and 4 after.</summary>
    public const int Places = 5;

    /// <summary>How many features a word has at its own place, the most of all places.</summary>
    public const int OwnCount = 24;

    /// <summary>How many features pairs of words give.</summary>
    public const int PairCount = 12;

    /// <summary>How many features the tags before give.</summary>
    public const int TagCount = 15;

    private const uint Around = 100;
    private const uint Pairs = 300;
    private const uint Tags = 400;

    private static readonly int[] Counts = [OwnCount, 8, 3, 8, 4];

    /// <summary>Where the word stands from which a word at <paramref name="place"/> is seen.</summary>
    public static int Offset(int place) => place < 3 ? -place : place - 2;

    /// <summary>Fills what a word says at a place by itself.</summary>
    /// <returns>How many features.</returns>
    public static int FillWord(in WordForm word, int place, Span<uint> features)
    {
        if (place == 0)
        {
            FillOwn(word, features);
            return OwnCount;
        }

        var template = Around + (uint)(place * 10);
        features[0] = FeatureHash.Of(template, word.Word);
        features[1] = FeatureHash.Of(template + 1, word.ShortPath);
        features[2] = FeatureHash.Of(template + 2, word.Known);
        if (place != 2)
        {
            features[3] = FeatureHash.Of(template + 3, word.Cluster);
        }

        if (place is 1 or 3)
        {
            features[4] = FeatureHash.Of(template + 4, word.Suffix3);
            features[5] = FeatureHash.Of(template + 5, word.Shape);
            features[6] = FeatureHash.Of(template + 6, word.Path);
            features[7] = FeatureHash.Of(template + 7, word.Listed);
        }

        return Counts[place];
    }

    /// <summary>Fills what pairs of words say.</summary>
    /// <param name="words">The sentence between <see cref="Margin"/> empty words on both sides.</param>
    /// <param name="at">Index into <paramref name="words"/>.</param>
    /// <param name="features">At least <see cref="PairCount"/> places.</param>
    public static void FillPairs(ReadOnlySpan<WordForm> words, int at, Span<uint> features)
    {
        ref readonly var word = ref words[at];
        ref readonly var before = ref words[at - 1];
        ref readonly var after = ref words[at + 1];
        features[0] = FeatureHash.Of(Pairs, before.Word, word.Word);
        features[1] = FeatureHash.Of(Pairs + 1, word.Word, after.Word);
        features[2] = FeatureHash.Of(Pairs + 2, before.Word, after.Word);
        features[3] = FeatureHash.Of(Pairs + 3, after.Known, word.Word);
        features[4] = FeatureHash.Of(Pairs + 4, after.Known, word.Known);
        features[5] = FeatureHash.Of(Pairs + 5, after.Known, words[at + 2].Known);
        features[6] = FeatureHash.Of(Pairs + 6, after.Shape, word.Shape);
        features[7] = FeatureHash.Of(Pairs + 7, before.Shape, word.Shape);
        features[8] = FeatureHash.Of(Pairs + 8, after.Path, word.Path);
        features[9] = FeatureHash.Of(Pairs + 9, before.Path, word.Path);
        features[10] = FeatureHash.Of(Pairs + 10, after.Path, word.Listed);
        features[11] = FeatureHash.Of(Pairs + 11, before.Path, after.Path);
    }

    /// <summary>Fills what the tags before say.</summary>
    /// <param name="words">The sentence between <see cref="Margin"/> empty words on both sides.</param>
    /// <param name="at">Index into <paramref name="words"/>.</param>
    /// <param name="last">The tag before; 0 at the beginning.</param>
    /// <param name="last2">The tag before that.</param>
    /// <param name="features">At least <see cref="TagCount"/> places.</param>
    public static void FillTags(ReadOnlySpan<WordForm> words, int at, uint last, uint last2, Span<uint> features)
    {
        ref readonly var word = ref words[at];
        ref readonly var after = ref words[at + 1];
        var two = (last << 8) | last2;
        features[0] = FeatureHash.Of(Tags, last);
        features[1] = FeatureHash.Of(Tags + 1, two);
        features[2] = FeatureHash.Of(Tags + 2, last, word.Word);
        features[3] = FeatureHash.Of(Tags + 3, last, word.Known);
        features[4] = FeatureHash.Of(Tags + 4, last, word.Suffix2);
        features[5] = FeatureHash.Of(Tags + 5, last, word.Shape);
        features[6] = FeatureHash.Of(Tags + 6, two, word.Known);
        features[7] = FeatureHash.Of(Tags + 7, last, after.Known);
        features[8] = FeatureHash.Of(Tags + 8, last, after.Word);
        features[9] = FeatureHash.Of(Tags + 9, last2, word.Word);
        features[10] = FeatureHash.Of(Tags + 10, last, word.Listed);
        features[11] = FeatureHash.Of(Tags + 11, last, word.Path);
        features[12] = FeatureHash.Of(Tags + 12, two, word.Path);
        features[13] = FeatureHash.Of(Tags + 13, last, after.Path);
        features[14] = FeatureHash.Of(Tags + 14, two, word.Suffix3);
    }

    private static void FillOwn(in WordForm word, Span<uint> features)
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
        features[13] = FeatureHash.Of(13, word.Listed);
        features[14] = FeatureHash.Of(14, word.Listed, word.Shape);
        features[15] = FeatureHash.Of(15, word.Listed, word.Suffix2);
        features[16] = FeatureHash.Of(16, word.Listed, word.Known);
        features[17] = FeatureHash.Of(17, word.Cluster);
        features[18] = FeatureHash.Of(18, word.Path);
        features[19] = FeatureHash.Of(19, word.ShortPath);
        features[20] = FeatureHash.Of(20, word.Cluster, word.Shape);
        features[21] = FeatureHash.Of(21, word.Path, word.Suffix2);
        features[22] = FeatureHash.Of(22, word.Cluster, word.Known);
        features[23] = FeatureHash.Of(23, word.Word, word.Shape);
    }
}
