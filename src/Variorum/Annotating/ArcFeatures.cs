namespace Variorum.Annotating;

/// <summary>What the parser looks at to choose its next action.</summary>
/// <remarks><b>Method.</b> After Zhang and Nivre (2011), fitted to the arc-hybrid system: three words of the stack, four to come, their
/// outermost children, how many they have and of what relations, distances, what stands between, and clusters.</remarks>
internal static class ArcFeatures
{
    /// <summary>At least as many as <see cref="Fill"/> makes.</summary>
    public const int Most = 192;

    /// <summary>Fills <paramref name="features"/> for a state; returns how many there are.</summary>
    public static int Fill(ParserState state, Span<uint> features)
    {
        var words = state.Words;
        var nodes = state.Nodes;
        var (i0, i1, i2, j0) = (state.Top, state.Second, state.Third, state.Next);
        ref readonly var s0 = ref words[i0];
        ref readonly var s1 = ref words[i1];
        ref readonly var s2 = ref words[i2];
        ref readonly var b0 = ref words[j0];
        ref readonly var b1 = ref words[state.Ahead(1)];
        ref readonly var b2 = ref words[state.Ahead(2)];
        ref readonly var b3 = ref words[state.Ahead(3)];
        var list = new FeatureList(features, 0);
        list.Add(1);
        Singles(ref list, s0, s1, s2, b0);
        Ahead(ref list, s0, s1, b0, b1, b2, b3);
        Pairs(ref list, s0, s1, b0);
        Stack(ref list, s0, s1, s2, b0, b1);
        Clusters(ref list, s0, s1, b0, b1);
        Children(ref list, words, nodes[i0], s0);
        list.Add(Counts(nodes[i0]), s0.Tag, b0.Tag);
        Children(ref list, words, nodes[i1], s1);
        SecondsChildren(ref list, words, nodes[i1], s1, s0.Tag, b0.Tag);
        LeftChildren(ref list, words, nodes[j0], b0, s0, s1);
        Between(ref list, i0, j0, s0, b0);
        Between(ref list, i1, i0, s1, s0);
        Marks(ref list, s0, s1, b0, b1);
        list.Add(s1.Tag, s0.Tag, s0.QuoteSide, b0.QuoteSide);
        return list.Count;
    }

    private static void Singles(ref FeatureList list, in ParserWord s0, in ParserWord s1, in ParserWord s2, in ParserWord b0)
    {
        list.Add(s0.Word);
        list.Add(s0.Tag);
        list.Add(s0.WordTag);
        list.Add(s1.Word);
        list.Add(s1.Tag);
        list.Add(s2.Tag);
        list.Add(s2.WordTag);
        list.Add(b0.Word);
        list.Add(b0.Tag);
        list.Add(b0.WordTag);
    }

    private static void Ahead(ref FeatureList list, in ParserWord s0, in ParserWord s1, in ParserWord b0, in ParserWord b1, in ParserWord b2, in ParserWord b3)
    {
        list.Add(b1.Word);
        list.Add(b1.Tag);
        list.Add(b1.WordTag);
        list.Add(b2.Word);
        list.Add(b2.Tag);
        list.Add(b3.Tag);
        list.Add(b0.Tag, b1.Tag);
        list.Add(b0.Tag, b1.WordTag);
        list.Add(b0.Tag, b1.Tag, b2.Tag);
        list.Add(b1.Tag, b2.Tag, b3.Tag);
        list.Add(s0.Tag, b0.Tag, b1.Tag);
        list.Add(s0.Lemma, b0.Tag, b1.Tag);
        list.Add(s0.Tag, b0.Tag, b1.Lemma);
        list.Add(s1.Tag, s0.Tag, b0.Tag, b1.Tag);
    }

    private static void Marks(ref FeatureList list, in ParserWord s0, in ParserWord s1, in ParserWord b0, in ParserWord b1)
    {
        list.Add(b0.Before, s0.Tag, b0.Tag);
        list.Add(b0.Before, s0.Tag, b0.Lemma);
        list.Add(b0.Before, s1.Tag, s0.Tag, b0.Tag);
        list.Add(b0.After, s0.Tag, b0.Tag);
        list.Add(b0.After, s1.Tag, s0.Tag, b0.Tag);
        list.Add(b0.Before, b0.After, s0.Tag, b0.Tag);
        list.Add(s0.Before, s1.Tag, s0.Tag);
        list.Add(s0.Before, s1.Tag, s0.Tag, b0.Tag);
        list.Add(s0.After, s1.Tag, s0.Tag, b0.Tag);
        list.Add(s1.Before, s1.After, s0.Tag ^ s1.Tag, b0.Tag);
        list.Add(s0.Before, b0.Before, s1.Tag ^ s0.Tag, b0.Tag);
        list.Add(b1.Before, s0.Tag, b0.Tag, b1.Tag);
    }

    private static void Pairs(ref FeatureList list, in ParserWord s0, in ParserWord s1, in ParserWord b0)
    {
        list.Add(s0.Tag, b0.Tag);
        list.Add(s0.Lemma, b0.Lemma);
        list.Add(s0.Coarse, b0.Lemma);
        list.Add(s1.Tag, s0.Tag);
        list.Add(s1.Lemma, s0.Lemma);
        list.Add(s1.Coarse, s0.Lemma);
        list.Add(s1.Tag, b0.Tag);
        list.Add(s1.Lemma, b0.Lemma);
        list.Add(s1.Lemma, b0.Coarse);
    }

    private static void Stack(ref FeatureList list, in ParserWord s0, in ParserWord s1, in ParserWord s2, in ParserWord b0, in ParserWord b1)
    {
        list.Add(s1.Tag, s0.Tag, b0.Tag);
        list.Add(s2.Tag, s1.Tag, s0.Tag);
        list.Add(s2.Tag, s1.Tag, s0.Tag, b0.Tag);
        list.Add(s2.Tag, s0.Tag, b0.Tag);
        list.Add(s1.Coarse, s0.Coarse, b0.Coarse, b1.Coarse);
    }

    private static void Clusters(ref FeatureList list, in ParserWord s0, in ParserWord s1, in ParserWord b0, in ParserWord b1)
    {
        list.Add(s0.Cluster);
        list.Add(s1.Cluster);
        list.Add(b0.Cluster);
        list.Add(b1.Cluster);
        list.Add(s0.FineCluster);
        list.Add(s1.FineCluster);
        list.Add(b0.FineCluster);
        list.Add(b1.FineCluster);
        list.Add(s0.Cluster, b0.Cluster);
        list.Add(s1.Cluster, s0.Cluster);
        list.Add(s1.Cluster, b0.Cluster);
        list.Add(s0.FineCluster, b0.FineCluster);
        list.Add(s1.FineCluster, s0.FineCluster);
        list.Add(s1.FineCluster, b0.FineCluster);
        list.Add(s0.FineCluster, b0.Tag);
        list.Add(s0.Tag, b0.FineCluster);
        list.Add(s1.FineCluster, s0.Tag);
        list.Add(s1.Cluster, s0.Tag, b0.Tag);
        list.Add(s1.Tag, s0.Cluster, b0.Tag);
        list.Add(s0.Cluster, b0.Cluster, b1.Cluster);
    }

    private static void Children(ref FeatureList list, ParserWord[] words, in ArcNode node, in ParserWord word)
    {
        var (leftSet, rightSet) = (Fold(node.LeftSet), Fold(node.RightSet));
        list.Add(words[node.Left].Word, word.Tag);
        list.Add(words[node.Left].Tag, words[node.Left2].Tag, word.Tag);
        list.Add(words[node.Right].Word, word.Tag);
        list.Add(words[node.Right].Tag, words[node.Right2].Tag, word.Tag);
        list.Add(Counts(node), word.Tag);
        list.Add(leftSet, word.Tag);
        list.Add(rightSet, word.Tag);
        list.Add(rightSet, word.Lemma);
        list.Add(leftSet, rightSet, word.Tag);
    }

    private static void SecondsChildren(ref FeatureList list, ParserWord[] words, in ArcNode node, in ParserWord s1, uint s0, uint b0)
    {
        ref readonly var right = ref words[node.Right];
        list.Add(words[node.Left].Tag, s1.Tag, s0);
        list.Add(right.Tag, s1.Tag, s0);
        list.Add(right.Lemma, s1.Tag, s0);
        list.Add(right.Tag, s1.Tag, s0, b0);
        list.Add(Fold(node.RightSet), s1.Tag, s0);
    }

    private static uint Counts(in ArcNode node) => (uint)((Math.Min(node.LeftCount, 7) << 3) + Math.Min(node.RightCount, 7) + 1);

    private static void LeftChildren(ref FeatureList list, ParserWord[] words, in ArcNode node, in ParserWord b0, in ParserWord s0, in ParserWord s1)
    {
        ref readonly var left = ref words[node.Left];
        ref readonly var left2 = ref words[node.Left2];
        var (count, set) = ((uint)Math.Min(node.LeftCount, 7) + 1, Fold(node.LeftSet));
        list.Add(left.Word, b0.Tag);
        list.Add(left.Tag, b0.Tag, s0.Tag);
        list.Add(left.Lemma, b0.Tag, s0.Tag);
        list.Add(left.Lemma, b0.Tag, s0.Tag, s1.Tag);
        list.Add(left.Lemma, s0.Lemma);
        list.Add(left.Lemma, s1.Lemma);
        list.Add(left.Lemma, s0.Cluster, s1.Cluster);
        list.Add(left.Lemma, s0.FineCluster, b0.Tag);
        list.Add(left.Tag, left2.Tag, b0.Tag);
        list.Add(count, b0.Tag);
        list.Add(set, b0.Tag);
        list.Add(set, b0.Lemma);
        list.Add(set, b0.Tag, s0.Tag);
        list.Add(set, b0.Tag, s0.Tag, s1.Tag);
    }

    private static void Between(ref FeatureList list, int from, int to, in ParserWord left, in ParserWord right)
    {
        var distance = Distance(to - from);
        var passed = ParserWord.Between(left, right);
        list.Add(distance, left.Tag, right.Tag);
        list.Add(distance, left.Word);
        list.Add(distance, right.Word);
        list.Add(passed, left.Tag, right.Tag);
        list.Add(passed, distance, left.Coarse, right.Coarse);
    }

    /// <summary>How far apart two words stand, in seven steps.</summary>
    public static uint Distance(int words) => words switch
    {
        < 5 => (uint)Math.Max(words, 0) + 1,
        < 8 => 6,
        < 13 => 7,
        _ => 8,
    };

    /// <summary>A set of relations as a number of 32 bits.</summary>
    public static uint Fold(ulong set) => (uint)((set * 0x9E3779B97F4A7C15UL) >> 32) + 1;
}
