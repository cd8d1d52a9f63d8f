using System.Collections.Immutable;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Which mention that people marked each mention found stands for.</summary>
internal sealed class ChainMatch
{
    private readonly GoldMention?[] golds;

    public ChainMatch(ChainedText text, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains)
    {
        (Text, Mentions, Chains) = (text, mentions, chains);
        golds = [.. mentions.Select(mention => text.Nearest(mention.Span, mention.Name))];
    }

    public ChainedText Text { get; }

    public ImmutableArray<Mention> Mentions { get; }

    public ImmutableArray<Chain> Chains { get; }

    /// <summary>The marked mention behind a found one; null for none.</summary>
    public GoldMention? this[int mention] => golds[mention];

    /// <summary>Whether something of the kind in the same chain before it, or failing that after it, is the same thing to people.</summary>
    public bool IsRight(int mention, Func<Mention, bool> kind) =>
        Antecedent(mention, kind) is >= 0 and var found && golds[found]?.Entity is { } entity && string.Equals(entity, golds[mention]?.Entity, StringComparison.Ordinal);

    /// <summary>The nearest mention of the kind before in the chain, else the first after; -1 without one.</summary>
    public int Antecedent(int mention, Func<Mention, bool> kind)
    {
        var chain = Mentions[mention].Chain;
        var others = chain < 0 ? [] : Chains[chain].Mentions.Where(other => other != mention && kind(Mentions[other])).ToArray();
        var before = Array.FindLast(others, other => other < mention);
        return others.Length == 0 ? -1 : others[0] < mention ? before : others[0];
    }
}
