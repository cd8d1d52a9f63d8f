namespace Variorum.Clustering;

/// <summary>How far a <see cref="StoryStream"/> looks back.</summary>
/// <param name="Days">Articles so many days older than the last one leave.</param>
/// <param name="Least">So many articles stay, however old.</param>
/// <param name="Most">No more than these stay, however young.</param>
internal sealed record StoryWindow(int Days = 14, int Least = 20_000, int Most = 200_000)
{
    /// <summary>For training: everything stays, and pairs without any chance are kept too.</summary>
    public static StoryWindow Unbounded { get; } = new(Least: int.MaxValue, Most: int.MaxValue) { KeepsAll = true };

    /// <summary>Whether pairs without any chance are kept too.</summary>
    public bool KeepsAll { get; init; }
}
