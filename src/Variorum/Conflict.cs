using System.Collections.Immutable;

namespace Variorum;

/// <summary>Two or more accounts that give different values for one thing.</summary>
/// <param name="About">What they differ on, in words of the sources.</param>
/// <param name="Kind">What kind of difference it is.</param>
/// <param name="Group">Index into <see cref="Account.Claims"/> of the claim it concerns; null where it concerns none.</param>
/// <param name="Values">At least two, the most widely told first.</param>
/// <param name="Rule">What found it.</param>
public sealed record Conflict(string About, ConflictKind Kind, int? Group, ImmutableArray<ConflictValue> Values, string Rule);

/// <summary>One side of a conflict.</summary>
/// <param name="Value">Normalised, for comparing ("2024-10-22/2024-10-24", "40").</param>
/// <param name="Text">As the first citation words it.</param>
/// <param name="Evidence">Where it is told.</param>
public sealed record ConflictValue(string Value, string Text, ImmutableArray<Citation> Evidence);

/// <summary>What two accounts differ in.</summary>
public enum ConflictKind
{
    /// <summary>A count, an amount, a measure.</summary>
    Number,

    /// <summary>A day or a range of days.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A name.</summary>
    Name,

    /// <summary>Whether it is so.</summary>
    Polarity,

    /// <summary>The words.</summary>
    Wording,

    /// <summary>A later figure that replaces an earlier one.</summary>
    Update,
}
