using System.Globalization;

namespace Variorum.Extracting;

/// <summary>Reads who made a broadcast from its transcript: "JANE DOE, HOST:".</summary>
internal static class TranscriptReader
{
    /// <summary>Paragraphs among which those who made it speak first.</summary>
    private const int Opening = 40;

    private const int LongestName = 60;

    /// <summary>What a transcript calls those who made the report, and after them those who present it.</summary>
    private static readonly string[] Roles = [", BYLINE:", ", REPORTER:", ", CORRESPONDENT:", ", HOST:", ", ANCHOR:", ", PRESENTER:"];

    /// <summary>Signs a draft that nobody signed: by its reporters, else by its hosts.</summary>
    public static void Sign(Draft draft)
    {
        for (var i = 0; i < Roles.Length && draft.Bylines.Count == 0; i++)
        {
            foreach (var paragraph in draft.Paragraphs.Take(Opening))
            {
                draft.Sign(NameBefore(paragraph, Roles[i]) is { } name ? BylineReader.Read(name) : [], MetadataOrigin.Text);
            }
        }
    }

    private static string? NameBefore(string paragraph, string role)
    {
        var at = paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestName + role.Length)).IndexOf(role, StringComparison.Ordinal);
        return at > 4 && paragraph[..at] is var name && name.Contains(' ', StringComparison.Ordinal) && name.All(IsOfName)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant())
            : null;
    }

    private static bool IsOfName(char c) => char.IsUpper(c) || c is ' ' or '-' or '.' or '\'' or '’';
}
