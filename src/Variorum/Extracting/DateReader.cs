using System.Collections.Frozen;
using System.Globalization;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Reads the dates that pages print and carry: "October 11, 2024 3:04 p.m. ET", "11. Oktober 2024", "2024-10-11T14:02+03:00".</summary>
/// <remarks><b>Method.</b> A hand-written scanner anchored where it starts, linear in what it takes. A date of digits alone whose
/// day and month could change places is not read: no date is better than a wrong one.</remarks>
internal ref struct DateReader(ReadOnlySpan<char> text)
{
    private static readonly Lazy<FrozenDictionary<string, int>> Months = new(() => Index("page-months"));

    private static readonly Lazy<FrozenDictionary<string, int>> Weekdays = new(() => Index("weekdays"));

    private static readonly Lazy<FrozenDictionary<string, int>> ZoneHours = new(() => Lexicon.Rows("time-zones")
        .SelectMany(cells => cells.Skip(1).Select(zone => KeyValuePair.Create(zone, int.Parse(cells[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>How many characters were taken.</summary>
    public readonly int Taken => at;

    /// <summary>Whether the date began with a day of the week.</summary>
    public bool HasWeekday { get; private set; }

    /// <summary>The date that a string begins with; null for none.</summary>
    public static Timestamp? Read(string? text) => text is null ? null : new DateReader(text.AsSpan().TrimStart()).Read();

    /// <summary>The first date anywhere in a string of at most <paramref name="limit"/> characters; null for none.</summary>
    public static Timestamp? Find(string text, int limit = 300)
    {
        var length = Math.Min(text.Length, limit);
        for (var i = 0; i < length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && new DateReader(text.AsSpan(i, length - i)).Read() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The month of a name ("Oct."), 1 to 12; 0 for none.</summary>
    public static int MonthOf(ReadOnlySpan<char> word) => Lookup(Months.Value, word);

    /// <summary>The day of the week of a name, Monday 1 to Sunday 7; 0 for none.</summary>
    public static int WeekdayOf(ReadOnlySpan<char> word) => Lookup(Weekdays.Value, word);

    /// <summary>The date at the start, with the time and zone that follow it; null for none.</summary>
    public Timestamp? Read()
    {
        SkipWeekday();
        if ((ReadNumeric() ?? ReadDayFirst() ?? ReadMonthFirst()) is not { } date)
        {
            return null;
        }

        var after = at;
        if (ReadTime() is not { } time)
        {
            at = after;
            return new Timestamp(date);
        }

        return new Timestamp(date, time, ReadZone());
    }

    /// <summary>The time of day at the start; null for none.</summary>
    public TimeOnly? ReadClock()
    {
        var time = ReadTime();
        if (time is not null)
        {
            ReadZone();
        }

        return time;
    }

    private static FrozenDictionary<string, int> Index(string name)
    {
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var row = 0;
        foreach (var cells in Lexicon.Rows(name))
        {
            row++;
            foreach (var cell in cells)
            {
                index.TryAdd(cell, row);
            }
        }

        return index.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static int Lookup(FrozenDictionary<string, int> index, ReadOnlySpan<char> word) =>
        word.Length is > 1 and < 16 && index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out var value) ? value : 0;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private void SkipWeekday()
    {
        var word = Word();
        if (WeekdayOf(word) > 0)
        {
            at += word.Length;
            Skip(" .,\u00A0");
            HasWeekday = true;
        }
    }

    /// <summary>2024-10-11, 2024/10/11, 20241011, 11.10.2024, 25/10/2024.</summary>
    private DateOnly? ReadNumeric()
    {
        var start = at;
        var first = Number(out var digits);
        var date = digits switch
        {
            4 => ReadYearFirst(first),
            8 => EndOfNumber() ? Day(first / 10000, first / 100 % 100, first % 100) : null,
            1 or 2 => ReadYearLast(first),
            _ => null,
        };
        if (date is null)
        {
            at = start;
        }

        return date;
    }

    private DateOnly? ReadYearFirst(int year)
    {
        var mark = Take("-/.");
        var month = mark == '\0' ? 0 : Number(out _);
        return month > 0 && Take(mark.ToString()) != '\0' && Number(out var digits) is var day && digits is 1 or 2 && EndOfNumber() ? Day(year, month, day) : null;
    }

    private DateOnly? ReadYearLast(int first)
    {
        var mark = Take("-/.");
        var second = mark == '\0' ? 0 : Number(out _);
        if (second == 0 || Take(mark.ToString()) == '\0')
        {
            return null;
        }

        var year = Number(out var digits);
        return digits != 4 || !EndOfNumber() ? null
            : mark == '.' || first > 12 || first == second ? Day(year, second, first)
            : second > 12 ? Day(year, first, second)
            : null;
    }

    /// <summary>11 October 2024, 11th of October, 2024, 11. Oktober 2024, 11-Oct-2024.</summary>
    private DateOnly? ReadDayFirst()
    {
        var start = at;
        var day = Number(out var digits);
        if (digits is 1 or 2)
        {
            SkipOrdinal();
            Skip(" .-/\u00A0");
            SkipWord("of");
            SkipWord("de");
            var month = TakeMonth();
            Skip(" .,-/\u00A0");
            SkipWord("de");
            var year = month > 0 ? Number(out digits) : 0;
            if (digits == 4 && EndOfNumber() && Day(year, month, day) is { } date)
            {
                return date;
            }
        }

        at = start;
        return null;
    }

    /// <summary>October 11, 2024, Oct. 11th 2024.</summary>
    private DateOnly? ReadMonthFirst()
    {
        var start = at;
        var month = TakeMonth();
        if (month > 0)
        {
            Skip(" .-/\u00A0");
            var day = Number(out var digits);
            SkipOrdinal();
            Skip(" ,.-/\u00A0");
            var year = digits is 1 or 2 ? Number(out digits) : 0;
            if (digits == 4 && EndOfNumber() && Day(year, month, day) is { } date)
            {
                return date;
            }
        }

        at = start;
        return null;
    }

    /// <summary>14:02, 14:02:05.123, 3:04 p.m., 9.02pm, 0902 GMT; what parts it from the date is skipped.</summary>
    private TimeOnly? ReadTime()
    {
        Skip(" ,|-–—•·/\u00A0");
        SkipWord("at");
        SkipWord("um");
        if (Take("Tt") == '\0')
        {
            Skip(" ");
        }

        var hour = Number(out var digits);
        var minute = 0;
        if (digits is 1 or 2 && Take(":.h") != '\0')
        {
            minute = Number(out digits);
            digits = digits == 2 ? 2 : 0;
        }
        else if (digits == 4)
        {
            (hour, minute) = (hour / 100, hour % 100);
            digits = PeekZone() ? 2 : 0;
        }
        else
        {
            return ReadHour(hour, digits);
        }

        var second = Seconds();
        hour = Afternoon(hour, out _);
        return digits == 2 && hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private TimeOnly? ReadHour(int hour, int digits)
    {
        if (digits is not (1 or 2))
        {
            return null;
        }

        hour = Afternoon(hour, out var said);
        return said && hour < 24 ? new TimeOnly(hour, 0) : null;
    }

    private int Seconds()
    {
        if (at >= text.Length || text[at] != ':')
        {
            return 0;
        }

        at++;
        var second = Number(out _);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            Number(out _);
        }

        return second;
    }

    private int Afternoon(int hour, out bool said)
    {
        var start = at;
        Skip(" \u00A0");
        var rest = text[at..];
        said = rest.Length > 1 && (rest[0] is 'a' or 'p' or 'A' or 'P')
            && (rest[1] is 'm' or 'M' || (rest.Length > 2 && rest[1] == '.' && rest[2] is 'm' or 'M'));
        if (!said || hour > 12)
        {
            at = start;
            return hour;
        }

        at += rest[1] == '.' ? 3 : 2;
        Skip(".");
        var isMorning = rest[0] is 'a' or 'A';
        return isMorning ? hour % 12 : (hour % 12) + 12;
    }

    private readonly bool PeekZone()
    {
        var copy = this;
        return copy.ReadZone() is not null;
    }

    /// <summary>Z, +03:00, +0300, GMT, (UTC), EST; null for a zone that is not named or not unambiguous.</summary>
    private TimeSpan? ReadZone()
    {
        var start = at;
        Skip(" (\u00A0");
        if (Take("+-−") is var sign and not '\0' && Number(out var digits) is var hours && digits is 2 or 4)
        {
            var minutes = digits == 4 ? hours % 100 : Take(":") == '\0' ? 0 : Number(out _);
            hours = digits == 4 ? hours / 100 : hours;
            return hours <= 14 && minutes < 60 ? new TimeSpan(hours, minutes, 0) * (sign == '+' ? 1 : -1) : null;
        }

        var word = Word();
        if (ZoneHours.Value.TryGetValue(word.ToString(), out var shift))
        {
            at += word.Length;
            Skip(")");
            return TimeSpan.FromHours(shift);
        }

        at = word.Length is > 0 and <= 4 && word.ToString() is "ET" or "CT" or "PT" or "BST" or "IST" or "Uhr" ? at + word.Length : start;
        return null;
    }

    private int TakeMonth()
    {
        var word = Word();
        var month = MonthOf(word);
        at += month > 0 ? word.Length : 0;
        return month;
    }

    private void SkipOrdinal()
    {
        var rest = text[at..];
        if (rest.Length > 1 && (rest.StartsWith("st") || rest.StartsWith("nd") || rest.StartsWith("rd") || rest.StartsWith("th")) && (rest.Length == 2 || !char.IsLetter(rest[2])))
        {
            at += 2;
        }
    }

    private void SkipWord(string word)
    {
        var rest = text[at..];
        if (rest.Length > word.Length && rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(rest[word.Length]))
        {
            at += word.Length;
            Skip(" \u00A0");
        }
    }

    private readonly ReadOnlySpan<char> Word()
    {
        var end = at;
        while (end < text.Length && end - at < 16 && (char.IsLetter(text[end]) || (end > at && text[end] == '-' && WordGoesOn(end))))
        {
            end++;
        }

        return text[at..end];
    }

    private readonly bool WordGoesOn(int dash) => text[dash..].StartsWith("-feira", StringComparison.OrdinalIgnoreCase);

    /// <summary>Up to eight digits; none gives 0 and no digits.</summary>
    private int Number(out int digits)
    {
        var start = at;
        while (at < text.Length && at - start < 8 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        digits = at - start;
        return digits == 0 ? 0 : int.Parse(text[start..at], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private readonly bool EndOfNumber() => at >= text.Length || !char.IsAsciiDigit(text[at]);

    private char Take(string any) => at < text.Length && any.Contains(text[at], StringComparison.Ordinal) ? text[at++] : '\0';

    private void Skip(string any)
    {
        while (at < text.Length && any.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }
    }
}
