using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>One name that an article gives to a thing.</summary>
/// <param name="Citation">Where it stands.</param>
/// <param name="Content">What it says: the dictionary forms of its words.</param>
/// <param name="Telling">Those of them that tell it from a plainer name.</param>
internal sealed record LabelCandidate(Citation Citation, ImmutableSortedSet<string> Content, ImmutableSortedSet<string> Telling)
{
    private const int MostVariants = 8;

    /// <summary>Whether the two names tell quite different things.</summary>
    public bool DiffersFrom(LabelCandidate other) =>
        Citation.Article != other.Citation.Article && !Telling.IsEmpty && !other.Telling.IsEmpty && !Telling.Overlaps(other.Telling);

    /// <summary>The set that candidates for one thing make; null where none of them differs noticeably from another's.</summary>
    public static LabelSet? Join(int? entity, IEnumerable<LabelCandidate> candidates, string rule)
    {
        var distinct = candidates.Where(c => !c.Telling.IsEmpty).OrderBy(c => c.Citation)
            .DistinctBy(c => string.Join(' ', c.Content)).ToList();
        var noticeable = distinct.Where(c => distinct.Exists(c.DiffersFrom)).Take(MostVariants).ToList();
        return noticeable.Count < 2 ? null : new LabelSet(entity, [.. noticeable.Select(c => c.Citation)], rule);
    }
}
