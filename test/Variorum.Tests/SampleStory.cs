namespace Variorum.Tests;

/// <summary>The sample reports, read once.</summary>
internal static class SampleStory
{
    public static IReadOnlyList<Page> Pages { get; } =
        [.. Repository.Files("samples/ferry", "*.html").Select(f => new Page(Path.GetFileName(f), File.ReadAllBytes(f)))];

    private static readonly Lazy<IReadOnlyList<Account>> Told = new(() => Tell(Pages));

    /// <summary>Every story that was found in them.</summary>
    public static IReadOnlyList<Account> Accounts => Told.Value;

    /// <summary>The largest.</summary>
    public static Account Account => Accounts.MaxBy(a => a.Story.Readings.Length)!;

    public static IReadOnlyList<Account> Tell(IEnumerable<Page> pages) =>
        [.. Reports.Pipeline.Group(pages.Select(Reports.Pipeline.Read).ToList()).Select(Reports.Pipeline.Tell)];
}
