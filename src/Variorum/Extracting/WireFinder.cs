using System.Collections.Immutable;

namespace Variorum.Extracting;

/// <summary>Finds the agencies whose text an article is or draws on, where it says so.</summary>
/// <remarks><b>Method.</b> In order: byline, dateline, the outlet itself, credits at the end. An agency merely cited in the running
/// text is none, and neither is a photo's credit.</remarks>
internal static class WireFinder
{
    private static readonly string[] PhotoCues = ["photo", "image", "picture", "video"];

    /// <summary>Usual names, each once.</summary>
    public static ImmutableArray<string> Find(Draft draft, Dateline? dateline, Outlet? outlet)
    {
        var names = new List<string>();
        foreach (var byline in draft.Bylines)
        {
            Add(names, BylineReader.WireOf(byline.Name)?.Name);
        }

        Add(names, dateline?.Wire);
        Add(names, OfOutlet(outlet));
        foreach (var credit in draft.Credits.Where(IsOfText))
        {
            foreach (var wire in CreditReader.Find(credit))
            {
                Add(names, wire.Name);
            }
        }

        return [.. names];
    }

    /// <summary>"Information from" names an outlet whose report was used, and a photo's credit no text.</summary>
    private static bool IsOfText(string credit) => !PhotoCues.Any(cue => credit.StartsWith(cue, StringComparison.OrdinalIgnoreCase));

    private static string? OfOutlet(Outlet? outlet)
    {
        var wire = outlet?.Domain is { } domain ? WireTable.FindDomain(domain) : null;
        wire ??= outlet?.Name is { } name ? WireTable.FindName(name) : null;
        return wire is { HasOwnReaders: false } ? wire.Name : null;
    }

    private static void Add(List<string> names, string? name)
    {
        if (name is not null && !names.Contains(name))
        {
            names.Add(name);
        }
    }
}
