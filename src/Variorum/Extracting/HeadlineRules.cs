using System.Buffers;

namespace Variorum.Extracting;

/// <summary>Tells headlines, names of sections and bare names by their look.</summary>
internal static class HeadlineRules
{
    private const int LongestHeadline = 220;

    private static readonly SearchValues<char> NoSection = SearchValues.Create("!?.\"“”’'0123456789");

    /// <summary>Whether a line has a headline's length and no sentence's end.</summary>
    public static bool LooksLikeHeadline(string line)
    {
        if (line.Length is < 8 or > LongestHeadline || line[^1] is '.' or ';' or ',' or ':' || DatelineFinder.Scan(line) is not null)
        {
            return false;
        }

        var words = line.AsSpan().Count(' ') + 1;
        return words is >= 2 and <= 32 && !char.IsLower(line[0]) && !EndsQuotedSentence(line);
    }

    /// <summary>Whether a line is one to three words, as the name of a page's section is.</summary>
    public static bool IsSectionName(string line) =>
        line.Length <= 30 && line.AsSpan().Count(' ') <= 2 && char.IsUpper(line[0]) && !line.AsSpan().ContainsAny(NoSection);

    /// <summary>Whether a line can be one or two persons' names, with a place after "in".</summary>
    public static bool LooksLikeName(string line)
    {
        var words = line.AsSpan().Count(' ') + 1;
        return words is >= 2 and <= 9 && line.Length <= 80 && BylineReader.LooksLikeNames(line) && BylineReader.Read(line) is { Count: > 0 } names
            && names.TrueForAll(name => name.Kind != BylineKind.Person || name.Name.AsSpan().Count(' ') is >= 1 and <= 3);
    }

    /// <summary>A sentence within quotation marks: «.”» at the end.</summary>
    private static bool EndsQuotedSentence(string line) => line.Length > 2 && line[^1] is '”' or '"' or '’' && line[^2] is '.' or ',' && line.Length > 60;
}
