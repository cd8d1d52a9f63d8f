using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Times of day: "11 p.m. local time", "11:30pm", "0730 GMT", "midnight", "an hour before midnight".</summary>
internal static class ClockRules
{
    private static readonly FrozenSet<string> Zones = Vocabulary.Words(
        ["GMT", "UTC", "BST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "KST", "HST", "AEST", "AEDT", "AKST", "SAST", "NZDT"]);

    private static readonly FrozenDictionary<string, int> Names = Vocabulary.Of<int>(
        ("noon", 12 * 60), ("midday", 12 * 60), ("midnight", 0));

    private static readonly FrozenSet<string> Openers = Vocabulary.Words(
        ["at", "around", "about", "by", "until", "till", "from", "before", "after", "since", "to", "and", "between", "approximately", "roughly"]);

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("clock-distance", Distance),
        new("clock", Clock),
        new("clock-name", Named),
    ];

    /// <summary>"an hour before midnight", "20 minutes after noon".</summary>
    private static TimeReading? Distance(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (Amount.Read(pieces, at) is not { } amount || amount.Unit is not (TimeUnit.Hour or TimeUnit.Minute) || amount.Count is not { } count || count > 24 * 60)
            return null;

        var isBefore = pieces.IsOneOf(amount.End, "before", "to");
        if ((!isBefore && !pieces.Is(amount.End, "after") && !pieces.Is(amount.End, "past")) || !pieces.Look(amount.End + 1, Names, out var from))
            return null;

        var minutes = (int)decimal.Truncate(count * (amount.Unit == TimeUnit.Hour ? 60 : 1));
        return Told(scan, at, amount.End + 2, ((from + (isBefore ? -minutes : minutes)) % 1440 + 1440) % 1440);
    }

    private static TimeReading? Clock(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var (hour, minute, end) = HourAndMinute(pieces, at);
        if (IsInsideNumber(pieces, at) || hour < 0)
            return null;

        if (Half(pieces, end, out var afterHalf) is { } isAfternoon)
            return hour is >= 1 and <= 12 ? Told(scan, at, afterHalf, (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute) : null;

        if (pieces.Is(end, "o") && pieces.IsApostrophe(end + 1) && pieces.Is(end + 2, "clock"))
            return Told(scan, at, end + 3, hour % 24 * 60 + minute);

        var isTold = Zone(pieces, end) > end || pieces.IsGluedMark(at + 1, ':') && pieces.IsAny(at - 1, Openers);
        return isTold && hour < 24 && end > at + 1 ? Told(scan, at, end, hour * 60 + minute) : null;
    }

    private static bool IsInsideNumber(Pieces pieces, int at) =>
        !pieces.IsDigits(at) || (YearSigns.IsPartOfNumber(pieces, at) && pieces.Length(at) > 2) || pieces.Form(at - 1) is "$" or "£" or "€" or "#"
        || (pieces.IsGlued(at) && (pieces.IsGluedMark(at - 1, ':') || pieces.IsGluedMark(at - 1, '.') || pieces.IsWord(at - 1)));

    private static TimeReading? Named(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var opener = pieces.IsAny(at - 1, Openers) || pieces.IsOneOf(at - 1, "past", "of", "shortly") || CalendarNames.Weekday(pieces, at - 1, out _) is not null;
        return opener && pieces.Look(at, Names, out var minutes) ? Told(scan, at, at + 1, minutes) : null;
    }

    /// <summary>"11", "11:30", "11.30", "0730": hour -1 for anything else.</summary>
    private static (int Hour, int Minute, int End) HourAndMinute(Pieces pieces, int at)
    {
        if (pieces.Length(at) == 4 && pieces.Integer(at) is >= 0 and < 2400 and var both && both % 100 < 60)
            return (both / 100, both % 100, Zone(pieces, at + 1) > at + 1 ? at + 1 : at);

        if (pieces.Length(at) > 2 || pieces.Integer(at) > 24)
            return (-1, 0, at);

        if (!IsSixtieth(pieces, at + 1, ':') && !IsSixtieth(pieces, at + 1, '.'))
            return (pieces.Integer(at), 0, at + 1);

        return (pieces.Integer(at), pieces.Integer(at + 2), IsSixtieth(pieces, at + 3, ':') ? at + 5 : at + 3);
    }

    private static bool IsSixtieth(Pieces pieces, int at, char mark) =>
        pieces.IsGluedMark(at, mark) && pieces.IsGlued(at + 1) && pieces.Length(at + 1) == 2 && pieces.Integer(at + 1) is >= 0 and < 60;

    /// <summary>Whether "pm" follows ("am" gives false, neither gives null).</summary>
    private static bool? Half(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        if (pieces.IsOneOf(at, "pm", "am"))
            return !(pieces.Is(at, "am") && !pieces.IsGlued(at) && pieces.IsWord(at + 1) && pieces.Is(at - 2, "i")) ? pieces.Is(at, "pm") : null;

        if ((!pieces.Is(at, "p") && !pieces.Is(at, "a")) || !pieces.IsGluedMark(at + 1, '.') || !pieces.Is(at + 2, "m") || !pieces.IsGlued(at + 2))
            return null;

        end = pieces.IsGluedMark(at + 3, '.') ? at + 4 : at + 3;
        return pieces.Is(at, "p");
    }

    /// <summary>Where a zone's name ends ("GMT", "local time", "(1130 GMT)" not).</summary>
    private static int Zone(Pieces pieces, int at)
    {
        if (pieces.Is(at, "local") && pieces.Is(at + 1, "time"))
            return at + 2;

        if (pieces.IsCapital(at) && pieces.IsAny(at, Zones))
            return at + 1;

        var isNamed = pieces.IsCapital(at) && (pieces.Is(at + 1, "time") || pieces.Is(at + 1, "Standard") && pieces.Is(at + 2, "time"));
        return isNamed ? (pieces.Is(at + 1, "time") ? at + 2 : at + 3) : at;
    }

    /// <summary>Passes the same time in another zone: "(0735 GMT)".</summary>
    private static int Elsewhere(Pieces pieces, int at)
    {
        var (hour, _, end) = HourAndMinute(pieces, at + 1);
        if (!pieces.IsMark(at, '(') || !pieces.IsDigits(at + 1) || hour < 0)
            return at;

        end = Half(pieces, end, out var afterHalf) is null ? end : afterHalf;
        return Zone(pieces, end) is var zone && zone > end && pieces.IsMark(zone, ')') ? zone + 1 : at;
    }

    private static TimeReading Told(TimeScan scan, int at, int end, int minutes)
    {
        end = Elsewhere(scan.Pieces, Zone(scan.Pieces, end));
        var clock = $"T{minutes / 60:00}:{minutes % 60:00}";
        return scan.DayOfClockAt(at) is { } day
            ? TimeReading.Day(end, day) with { Type = TimeType.Time, Value = TimeReading.Iso(day) + clock, Precision = TimePrecision.Time }
            : TimeReading.Loose(end, TimeType.Time, "XXXX-XX-XX" + clock);
    }
}
