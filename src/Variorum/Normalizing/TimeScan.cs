namespace Variorum.Normalizing;

/// <summary>What the rules may know while a text is read from its beginning to its end.</summary>
/// <param name="document">The text.</param>
/// <param name="pieces">The text, cut.</param>
/// <param name="anchor">The day from which the article counts; null where it is not known.</param>
internal sealed class TimeScan(Document document, Pieces pieces, DateOnly? anchor)
{
    private readonly TenseReader tense = new(document, pieces);
    private (int Sentence, DateOnly Day)? told;

    /// <summary>The text, cut.</summary>
    public Pieces Pieces => pieces;

    /// <summary>The day from which the article counts.</summary>
    public DateOnly? Anchor => anchor;

    /// <summary>Whether the words around a piece tell of what was or of what is to come.</summary>
    public Direction DirectionAt(int at) => tense.At(at);

    /// <summary>The day last told in this sentence or the one before it, else the anchor: what "a day earlier" counts from.</summary>
    public DateOnly? ReferenceAt(int at) => told is { } t && SentenceOf(at) - t.Sentence <= 1 ? t.Day : anchor;

    /// <summary>The day last told in this very sentence, else the anchor: the day of a clock time that names none.</summary>
    public DateOnly? DayOfClockAt(int at) => told is { } t && SentenceOf(at) == t.Sentence ? t.Day : anchor;

    /// <summary>Keeps a day that was told.</summary>
    public void Tell(int at, TimeReading reading)
    {
        if (reading is { Precision: TimePrecision.Day or TimePrecision.Time, Days: { } days })
            told = (SentenceOf(at), days.First);
    }

    /// <summary>Whether two pieces lie in one sentence.</summary>
    public bool IsOneSentence(int first, int last) => document.Sentences.IsEmpty || SentenceOf(first) == SentenceOf(last);

    /// <summary>The year in which a day or month without one falls: the nearest, unless the tense points the other way.</summary>
    public int? YearOf(int month, int day, int at)
    {
        if (anchor is not { } a)
            return null;

        var best = (Year: a.Year, Cost: int.MaxValue);
        foreach (var year in (ReadOnlySpan<int>)[a.Year, a.Year - 1, a.Year + 1])
        {
            if (year is < 1 or > 9999)
                continue;

            var distance = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).DayNumber - a.DayNumber;
            var cost = Math.Abs(distance) + Penalty(distance, DirectionAt(at));
            if (cost < best.Cost)
                best = (year, cost);
        }

        return best.Year;
    }

    /// <summary>
    /// How much a day on the wrong side of the anchor counts as farther, a month's slack given. The tense beside a date is
    /// often that of another verb ("said the vote on Feb. 10"), so only half a year's distance and more can be overruled.
    /// </summary>
    private static int Penalty(int distance, Direction direction) => direction switch
    {
        Direction.Past when distance > 31 => 120,
        Direction.Future when distance < -31 => 200,
        _ => 0,
    };

    private int SentenceOf(int at) => pieces.Inside(at) ? document.SentenceAt(pieces[at].Start) : -1;
}

/// <summary>Which way a clause looks from the day it was written.</summary>
internal enum Direction
{
    /// <summary>Not shown.</summary>
    Unknown,

    /// <summary>Back.</summary>
    Past,

    /// <summary>Ahead.</summary>
    Future,
}
