using System.Collections.Immutable;

namespace Variorum.Extracting;

/// <summary>Finds the agencies whose text an article is or draws on, where it says so.</summary>
/// <remarks><b>Method.</b> In order: byline, dateline, the outlet itself, datelines further down (a page of briefs), credits at the end
/// and sentences of credit in the text; last the foot by which one agency's text is known without its name. An agency merely
/// cited in the running text is none, and neither is a photo's credit.</remarks>
internal static class WireFinder
{
    /// <summary>A dateline's agency stands within so many characters.</summary>
    private const int LongestPlace = 60;

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
        foreach (var paragraph in draft.Paragraphs)
        {
            Add(names, OfDateline(paragraph));
        }

        foreach (var credit in draft.Credits.Where(IsOfText).Concat(draft.Paragraphs.SelectMany(CreditSentences.Find)))
        {
            foreach (var wire in CreditReader.Find(credit))
            {
                Add(names, wire.Name);
            }
        }

        if (names.Count == 0 && draft.Credits.Concat(draft.Paragraphs.TakeLast(1)).Any(HasFootOfReuters))
        {
            names.Add("Reuters");
        }

        return [.. names];
    }

    private static string? OfDateline(string paragraph) =>
        paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestPlace)).Contains('(') ? DatelineFinder.Scan(paragraph)?.Wire : null;

    /// <summary>"(Reporting by A; Writing by B; Editing by C)" stands under the texts of one agency alone.</summary>
    private static bool HasFootOfReuters(string line)
    {
        var reporting = line.LastIndexOf("(Reporting by ", StringComparison.OrdinalIgnoreCase);
        return reporting >= 0 && line.IndexOf("; Editing by ", reporting, StringComparison.OrdinalIgnoreCase) > reporting;
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
