namespace Variorum.Lab.Scoring;

/// <summary>LEA over persons and organisations of two mentions and more: entities weigh by their size and count by the share of their links that are kept.</summary>
internal static class LinkScore
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public static double Of(IEnumerable<ChainMatch> texts)
    {
        var (found, foundOf, kept, keptOf) = (0.0, 0, 0.0, 0);
        foreach (var text in texts)
        {
            var gold = Groups(text.Text.Mentions.Where(mention => mention.Type is "person" or "organization").Select(mention => (mention.Entity, mention.Span)));
            var answer = Groups(Answers(text));
            Add(gold, answer, ref kept, ref keptOf);
            Add(answer, gold, ref found, ref foundOf);
        }

        var (precision, recall) = (found / foundOf, kept / keptOf);
        return 2 * precision * recall / (precision + recall);
    }

    private static IEnumerable<(string Entity, TextSpan Span)> Answers(ChainMatch text)
    {
        for (var i = 0; i < text.Mentions.Length; i++)
        {
            if (text.Mentions[i].Chain is >= 0 and var chain && text.Chains[chain].Type is EntityType.Person or EntityType.Organisation)
            {
                yield return (chain.ToString(), text[i]?.Span ?? text.Mentions[i].Span);
            }
        }
    }

    private static List<HashSet<TextSpan>> Groups(IEnumerable<(string Entity, TextSpan Span)> mentions) =>
        [.. mentions.GroupBy(mention => mention.Entity, mention => mention.Span, StringComparer.Ordinal).Select(group => group.ToHashSet()).Where(group => group.Count > 1)];

    private static void Add(List<HashSet<TextSpan>> whole, List<HashSet<TextSpan>> others, ref double sum, ref int weight)
    {
        foreach (var group in whole)
        {
            var links = others.Sum(other => Links(other.Count(group.Contains)));
            sum += group.Count * (double)links / Links(group.Count);
            weight += group.Count;
        }
    }

    private static int Links(int mentions) => mentions * (mentions - 1) / 2;
}
