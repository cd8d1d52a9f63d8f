namespace Variorum.Clustering;

/// <summary>What an article's beginning tells of the day on which it was written.</summary>
internal static class DayHints
{
    /// <summary>What a month is multiplied by before the day is added.</summary>
    public const int MonthUnit = 32;

    private const int MostTokens = 250;
    private const int MostDates = 4;

    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] WholeMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The weekdays named, a bit each.</summary>
    public static byte Weekdays(string text, List<TextSpan> tokens)
    {
        var mask = 0;
        for (var i = 0; i < tokens.Count && i < MostTokens; i++)
        {
            var form = text.AsSpan(tokens[i].Start, tokens[i].Length);
            for (var day = 0; day < Days.Length && form.Length is >= 6 and <= 9; day++)
            {
                mask |= form.SequenceEqual(Days[day]) ? 1 << day : 0;
            }
        }

        return (byte)mask;
    }

    /// <summary>The days named without a year.</summary>
    public static short[] Dates(string text, List<TextSpan> tokens)
    {
        var found = new List<short>();
        for (var i = 0; i + 1 < tokens.Count && i < MostTokens && found.Count < MostDates; i++)
        {
            if (Month(text.AsSpan(tokens[i].Start, tokens[i].Length)) is var month and > 0)
            {
                var day = Day(text, tokens[i + 1]);
                day = day == 0 && i > 0 ? Day(text, tokens[i - 1]) : day;
                var hasYear = i + 3 < tokens.Count && text[tokens[i + 2].Start] == ',' && tokens[i + 3].Length == 4 && char.IsAsciiDigit(text[tokens[i + 3].Start]);
                if (day > 0 && !hasYear)
                {
                    found.Add((short)((MonthUnit * month) + day));
                }
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Whether an article of this day names its weekday or its date, or those of the day before.</summary>
    public static (bool Weekday, bool Date) Fit(StorySketch sketch, int day)
    {
        var (weekday, named) = (false, false);
        for (var before = 0; before <= 1; before++)
        {
            var date = DateOnly.FromDayNumber(Math.Clamp(day - before, 0, DateOnly.MaxValue.DayNumber));
            weekday |= (sketch.Weekdays >> (int)date.DayOfWeek & 1) != 0;
            named |= Array.IndexOf(sketch.Dates, (short)((MonthUnit * date.Month) + date.Day)) >= 0;
        }

        return (weekday, named);
    }

    /// <summary>Whether a word names a weekday or a month.</summary>
    public static bool Names(string word) => Array.IndexOf(Days, word) >= 0 || Month(word) > 0;

    private static int Month(ReadOnlySpan<char> form)
    {
        if (form.Length is < 3 or > 9 || !char.IsAsciiLetterUpper(form[0]))
        {
            return 0;
        }

        var stem = form.TrimEnd('.');
        for (var m = 0; m < Months.Length; m++)
        {
            if (stem.SequenceEqual(Months[m]) || stem.SequenceEqual(WholeMonths[m]) || (m == 8 && stem.SequenceEqual("Sept")))
            {
                return m + 1;
            }
        }

        return 0;
    }

    private static int Day(string text, TextSpan token)
    {
        var form = text.AsSpan(token.Start, token.Length);
        return form.Length <= 2 && int.TryParse(form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : 0;
    }
}
