using System.Collections.Frozen;
using System.Globalization;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Finds where, when and for which agency a report was filed.</summary>
/// <remarks><b>Method.</b> A report opens with a place in capitals, perhaps its region, perhaps a day, perhaps an agency in brackets,
/// and a dash or colon. A place not in capitals counts only beside an agency in brackets; an agency in brackets counts alone.</remarks>
internal static class DatelineFinder
{
    private const int Longest = 110;

    private const int Paragraphs = 4;

    private static readonly Lazy<FrozenSet<string>> Stops = new(() => Lexicon.Words("dateline-stops", ignoreCase: false));

    private static readonly string[] Dashes = [" - ", " – ", " — ", " -- ", "—", "–- ", " – ", " — ", " ― ", ": ", " -"];

    /// <summary>The first dateline among the first paragraphs of a text; null for none.</summary>
    public static Dateline? Find(string text, DateOnly? published)
    {
        var start = 0;
        for (var i = 0; i < Paragraphs && start < text.Length; i++)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (Scan(text.AsSpan(start, end - start)) is { } found)
            {
                return new Dateline(found.Place, Resolve(found, published), found.Wire, new TextSpan(start, start + found.Length));
            }

            start = end + 2;
        }

        return null;
    }

    /// <summary>Reads a dateline at the start of a paragraph; null for none.</summary>
    public static RawDateline? Scan(ReadOnlySpan<char> paragraph)
    {
        var window = paragraph[..Math.Min(paragraph.Length, Longest)];
        var mark = FirstMark(window, out var length);
        if (mark <= 0)
        {
            return null;
        }

        var isColon = window[mark] == ':';
        var head = window[..mark].Trim().ToString();
        var wire = TakeBracket(ref head, out var hasBracket);
        var (month, day, year, weekday) = TakeDay(ref head);
        wire ??= TakeLastPart(ref head);
        head = head.TrimEnd(' ', ',');
        var isDated = month > 0 || weekday > 0;
        if (head.Length == 0)
        {
            return wire is not null && hasBracket ? new RawDateline(null, wire.Name, month, day, year, weekday, mark + length) : null;
        }

        return IsPlace(head, isLoose: wire is not null || (hasBracket && isDated)) && !(isColon && Stops.Value.Contains(head))
            ? new RawDateline(head, wire?.Name, month, day, year, weekday, mark + length)
            : null;
    }

    /// <summary>Where the first dash or colon stands, and how long it is without the space after it.</summary>
    private static int FirstMark(ReadOnlySpan<char> window, out int length)
    {
        var best = -1;
        length = 0;
        foreach (var dash in Dashes)
        {
            var at = window.IndexOf(dash);
            if (at >= 0 && (best < 0 || at < best || (at == best && dash.TrimEnd().Length > length)))
            {
                (best, length) = (at, dash.TrimEnd().Length);
            }
        }

        return best;
    }

    /// <summary>Takes a bracket from the end: its agency, and whether there was one.</summary>
    private static Wire? TakeBracket(ref string head, out bool hasBracket)
    {
        var open = head.LastIndexOf('(');
        hasBracket = open >= 0 && head.EndsWith(')');
        if (!hasBracket)
        {
            return null;
        }

        var inside = head[(open + 1)..^1];
        head = head[..open].TrimEnd(' ', ',');
        return inside.Split([',', '/', '-', ' '], 2, StringSplitOptions.TrimEntries) is var parts && WireTable.FindCredit(inside) is { } whole
            ? whole
            : WireTable.FindCredit(parts[0]) ?? (parts.Length > 1 ? WireTable.FindCredit(parts[1]) : null);
    }

    /// <summary>Takes an agency after the last comma: "TEHRAN, IRNA".</summary>
    private static Wire? TakeLastPart(ref string head)
    {
        var comma = head.LastIndexOf(',');
        if (comma <= 0 || WireTable.FindCredit(head[(comma + 1)..]) is not { } wire)
        {
            return null;
        }

        head = head[..comma];
        return wire;
    }

    /// <summary>Takes a day from the end: "Oct 11", "Oct. 11, 2024", "11 October", "Friday".</summary>
    private static (int Month, int Day, int Year, int Weekday) TakeDay(ref string head)
    {
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var year = words.Count > 1 && Number(words[^1]) is >= 1900 and <= 2100 and var found ? found : 0;
        if (year > 0)
        {
            words.RemoveAt(words.Count - 1);
        }

        var (month, day) = words.Count >= 2 ? MonthAndDay(words[^2], words[^1]) : default;
        var weekday = month == 0 && words.Count >= 2 ? DateReader.WeekdayOf(words[^1].Trim(',', '.')) : 0;
        if (month > 0 || weekday > 0)
        {
            words.RemoveRange(words.Count - (month > 0 ? 2 : 1), month > 0 ? 2 : 1);
            head = string.Join(' ', words).TrimEnd(',', ' ', '.');
        }

        return (month, day, month > 0 ? year : 0, weekday);
    }

    private static (int Month, int Day) MonthAndDay(string first, string second)
    {
        var month = DateReader.MonthOf(first.Trim(',', '.'));
        var day = Number(second);
        if (month == 0)
        {
            month = DateReader.MonthOf(second.Trim(',', '.'));
            day = Number(first);
        }

        return month > 0 && day is >= 1 and <= 31 ? (month, day) : default;
    }

    private static int Number(string word) =>
        int.TryParse(word.Trim(',', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether words are a place and perhaps its region: "ERIE, Pa.", "SEOUL/WASHINGTON", "NEW YORK".</summary>
    private static bool IsPlace(string head, bool isLoose)
    {
        var parts = head.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > 4 || head.Length > 70)
        {
            return false;
        }

        var first = parts[0];
        var letters = first.Count(char.IsLetter);
        var isCapital = letters >= 3 && !first.Any(char.IsLower) && first.All(IsPlaceMark) && first.AsSpan().Count(' ') <= 4;
        return (isCapital || (isLoose && IsTitleCase(first))) && parts.Skip(1).All(IsTitleCase) && (isLoose || !Stops.Value.Contains(first.Replace('’', '\'')));
    }

    private static bool IsPlaceMark(char c) => char.IsLetter(c) || c is ' ' or '/' or '-' or '.' or '\'' or '’' or '&';

    private static bool IsTitleCase(string part) =>
        part.Length > 0 && part.Length <= 40 && (part.Length <= 4 || part.Any(char.IsLower)) && part.AsSpan().Count(' ') <= 3 && part.All(IsPlaceMark)
        && part.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]) || word is "of" or "the" or "and" or "de" or "el" or "al" or "in");

    /// <summary>The day, in the year that brings it nearest to publication and not after the day that follows it.</summary>
    private static DateOnly? Resolve(RawDateline found, DateOnly? published)
    {
        if (found.Month > 0)
        {
            return found.Year > 0 ? Day(found.Year, found) : Nearest(found, published);
        }

        return found.Weekday > 0 && published is { DayNumber: > 7 } day ? day.AddDays(-((((int)day.DayOfWeek + 6) % 7) - (found.Weekday - 1) + 7) % 7) : null;
    }

    private static DateOnly? Nearest(RawDateline found, DateOnly? published)
    {
        if (published is not { Year: > 1 } day)
        {
            return null;
        }

        return Day(day.Year, found) is { } same && same.DayNumber <= day.DayNumber + 1 ? same : Day(day.Year - 1, found);
    }

    private static DateOnly? Day(int year, RawDateline found) =>
        found.Day <= DateTime.DaysInMonth(year, found.Month) ? new DateOnly(year, found.Month, found.Day) : null;
}

/// <summary>A dateline as printed.</summary>
/// <param name="Place">As printed; null for none.</param>
/// <param name="Wire">The agency's usual name; null for none.</param>
/// <param name="Month">1 to 12; 0 for none.</param>
/// <param name="Day">Of the month; 0 for none.</param>
/// <param name="Year">0 for none.</param>
/// <param name="Weekday">Monday 1 to Sunday 7; 0 for none.</param>
/// <param name="Length">How many characters it takes, its dash or colon included.</param>
internal readonly record struct RawDateline(string? Place, string? Wire, int Month, int Day, int Year, int Weekday, int Length);
