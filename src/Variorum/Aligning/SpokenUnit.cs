using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>A sentence of a quote: what is compared when utterances are aligned.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Order">Its number within its quote; neighbours are adjacent.</param>
/// <param name="Speaker">Index of the speaker's entity; null where it is not known.</param>
/// <param name="IsNamed">Whether the speaker has a name; one who is only described may be the same as a named one.</param>
/// <param name="Source">What the speaker is called: the entity's names, or the words the article gives; empty where it gives none.</param>
/// <param name="Words">The lemmas of its words, lower case, in order.</param>
/// <param name="Forms">The same as printed, lower case.</param>
/// <param name="Marked">The words as printed of each stretch in quotation marks, lower case; what stands in marks within it is left out.</param>
/// <param name="MarkedLemmas">The lemmas of each stretch in quotation marks, lower case.</param>
/// <param name="Names">Those of its words that are names, lower case.</param>
internal sealed record SpokenUnit(QuotePart Part, int Order, int? Speaker, bool IsNamed, ImmutableArray<string> Source, ImmutableArray<string> Words, ImmutableArray<string> Forms, ImmutableArray<ImmutableArray<string>> Marked, ImmutableArray<ImmutableArray<string>> MarkedLemmas, ImmutableArray<string> Names)
{
    /// <summary>Who speaks for a body is called by what is left without these words.</summary>
    private static readonly FrozenSet<string> Posts = FrozenSet.Create(StringComparer.Ordinal, "spokesman", "official", "statement", "source", "representative", "representatives", "officials", "spokesmen", "senior", "leader", "account");

    /// <summary>Two speakers never share an utterance; who is only described fits whoever is called so.</summary>
    public bool MayShare(SpokenUnit other) => MayBeOne(Speaker, IsNamed, Source, other.Speaker, other.IsNamed, other.Source);

    /// <summary>Whether both surely have one voice: one speaker, or a body and who speaks for it ("the ministry", "a ministry spokesman").</summary>
    public bool IsOneVoice(SpokenUnit other) => Speaker is { } speaker && speaker == other.Speaker || (!IsNamed || !other.IsNamed) && Bodies(Source) is { Count: > 0 } own && own.SetEquals(Bodies(other.Source));

    /// <summary>The same of groups of sentences.</summary>
    public static bool MayBeOne(int? left, bool isLeftNamed, ImmutableArray<string> leftSource, int? right, bool isRightNamed, ImmutableArray<string> rightSource) =>
        left is not null && left == right
        || !(left is not null && right is not null && isLeftNamed && isRightNamed)
            && (leftSource.IsEmpty || rightSource.IsEmpty || 2 * leftSource.Intersect(rightSource, StringComparer.Ordinal).Count() >= Math.Min(leftSource.Length, rightSource.Length));

    private static HashSet<string> Bodies(ImmutableArray<string> source) => [.. source.Where(word => !Posts.Contains(word))];
}
