namespace Variorum.Annotating;

/// <summary>What the parser looks at to tell how a word hangs on its head.</summary>
internal static class RelationFeatures
{
    /// <summary>At least as many as <see cref="Fill"/> makes.</summary>
    public const int Most = 96;

    /// <summary>Fills <paramref name="features"/> for the arc that a state is about to draw; returns how many there are.</summary>
    public static int Fill(ParserState state, ArcAction action, Span<uint> features)
    {
        var words = state.Words;
        var child = state.Top;
        var head = action == ArcAction.Left ? state.Next : state.Second;
        ref readonly var c = ref words[child];
        ref readonly var h = ref words[head];
        var list = new FeatureList(features, (uint)action);
        list.Add(1);
        Ends(ref list, h, c);
        Around(ref list, words, state, h, c, child);
        Children(ref list, words, state.Nodes[child], h, c);
        Sisters(ref list, words, state.Nodes[head], action, h, c);
        var distance = ArcFeatures.Distance(Math.Abs(head - child));
        var passed = child < head ? ParserWord.Between(c, h) : ParserWord.Between(h, c);
        list.Add(distance, h.Tag, c.Tag);
        list.Add(passed, h.Tag, c.Tag);
        list.Add(distance, c.Word);
        list.Add(c.QuoteSide, h.QuoteSide, h.Lemma, c.Tag);
        return list.Count;
    }

    private static void Ends(ref FeatureList list, in ParserWord h, in ParserWord c)
    {
        list.Add(c.Word);
        list.Add(c.Tag);
        list.Add(c.WordTag);
        list.Add(c.FineCluster);
        list.Add(c.Cluster);
        list.Add(h.Word);
        list.Add(h.Tag);
        list.Add(h.WordTag);
        list.Add(h.FineCluster);
        list.Add(h.Tag, c.Tag);
        list.Add(h.Lemma, c.Tag);
        list.Add(h.WordTag, c.Tag);
        list.Add(h.Tag, c.Lemma);
        list.Add(h.Tag, c.WordTag);
        list.Add(h.Lemma, c.Lemma);
        list.Add(h.FineCluster, c.FineCluster);
        list.Add(h.Cluster, c.Cluster);
        list.Add(h.FineCluster, c.Tag);
        list.Add(h.Tag, c.FineCluster);
        list.Add(h.Lemma, c.Cluster);
    }

    private static void Around(ref FeatureList list, ParserWord[] words, ParserState state, in ParserWord h, in ParserWord c, int child)
    {
        ref readonly var before = ref words[child - 1];
        ref readonly var after = ref words[Math.Min(child + 1, state.Root)];
        ref readonly var next = ref words[state.Next];
        ref readonly var ahead = ref words[state.Ahead(1)];
        ref readonly var below = ref words[state.Second];
        list.Add(c.Before, c.Tag, h.Tag);
        list.Add(c.After, c.Tag, h.Tag);
        list.Add(c.Before, c.After, c.Tag);
        list.Add(h.Before, c.Before, h.Tag, c.Tag);
        list.Add(before.Tag, c.Tag);
        list.Add(before.Word, c.Tag);
        list.Add(after.Tag, c.Tag);
        list.Add(after.Word, c.Tag);
        list.Add(before.Tag, c.Tag, h.Tag);
        list.Add(after.Tag, c.Tag, h.Tag);
        list.Add(next.Tag, c.Tag, h.Tag);
        list.Add(next.Word, c.Tag);
        list.Add(next.Tag, ahead.Tag, c.Tag);
        list.Add(below.Tag, c.Tag, h.Tag, next.Tag);
        list.Add(below.Lemma, c.Tag);
    }

    private static void Children(ref FeatureList list, ParserWord[] words, in ArcNode node, in ParserWord h, in ParserWord c)
    {
        ref readonly var left = ref words[node.Left];
        ref readonly var left2 = ref words[node.Left2];
        ref readonly var right = ref words[node.Right];
        var (leftSet, rightSet) = (ArcFeatures.Fold(node.LeftSet), ArcFeatures.Fold(node.RightSet));
        list.Add(left.Word, c.Tag);
        list.Add(left.Tag, c.Tag, h.Tag);
        list.Add(left.Lemma, h.Lemma);
        list.Add(left.Lemma, c.Lemma);
        list.Add(left.Lemma, c.Tag, h.Tag);
        list.Add(left.Lemma, left2.Lemma, c.Tag);
        list.Add(left.Lemma, h.FineCluster, c.FineCluster);
        list.Add(right.Word, c.Tag);
        list.Add(right.Tag, c.Tag, h.Tag);
        list.Add(right.Lemma, left.Lemma, c.Tag);
        list.Add(leftSet, c.Tag);
        list.Add(leftSet, c.Tag, h.Tag);
        list.Add(leftSet, h.Lemma, c.Tag);
        list.Add(rightSet, c.Tag, h.Tag);
        list.Add(leftSet, rightSet, c.Tag);
        list.Add(leftSet, rightSet, c.Tag, h.Tag);
    }

    private static void Sisters(ref FeatureList list, ParserWord[] words, in ArcNode node, ArcAction action, in ParserWord h, in ParserWord c)
    {
        ref readonly var nearest = ref words[action == ArcAction.Left ? node.Left : node.Right];
        ref readonly var other = ref words[node.Left];
        var (leftSet, rightSet) = (ArcFeatures.Fold(node.LeftSet), ArcFeatures.Fold(node.RightSet));
        list.Add(nearest.Tag, c.Tag, h.Tag);
        list.Add(nearest.Lemma, c.Tag, h.Tag);
        list.Add(other.Lemma, c.Tag, h.Tag);
        list.Add(leftSet, c.Tag, h.Tag, 1);
        list.Add(rightSet, c.Tag, h.Tag, 2);
        list.Add(leftSet, rightSet, c.Tag, h.Tag);
        list.Add(rightSet, h.Lemma, c.Tag);
        list.Add(leftSet, h.Lemma, c.Tag);
        list.Add(leftSet, c.WordTag);
        list.Add(rightSet, c.WordTag);
    }
}
