namespace Variorum.Aligning;

/// <summary>Compares "this week" with "last week", "this month" with "last month".</summary>
/// <remarks>
/// <b>Method.</b> They hang on the day of writing, so both pages must tell their own day, a day or two apart; and they are
/// rarely told twice of one thing, so the words close by must name the same thing.
/// </remarks>
internal sealed class TurnedUnits(Story story)
{
    private const int MostDaysApart = 2;
    private const int Before = 9;
    private const int After = 5;
    private const int LeastShared = 2;

    /// <summary>Whether both are of one past unit told of one thing.</summary>
    public bool AreComparable(ToldValue left, ToldValue right) =>
        IsTurned(left) && IsTurned(right) && left.Time!.Precision == right.Time!.Precision && left.IsAhead == right.IsAhead
        && DayOf(left) is { } day && DayOf(right) is { } other && Math.Abs(day.DayNumber - other.DayNumber) <= MostDaysApart
        && left.Time.First <= day && right.Time.First <= other
        && Near(left).Intersect(Near(right), StringComparer.Ordinal).Count() >= LeastShared;

    private static bool IsTurned(ToldValue value) => value.Time is { Rule: "turned-unit", Precision: TimePrecision.Week or TimePrecision.Month };

    private DateOnly? DayOf(ToldValue value) =>
        story.Readings[value.Article].Article is { Published: { } published, PublishedFrom: not DateSource.Story } ? published.Date : null;

    /// <summary>The nouns, names and verbs close to a time, in its own clause.</summary>
    private HashSet<string> Near(ToldValue value)
    {
        var document = story.Readings[value.Article].Document;
        var (first, end) = document.TokensOf(value.Clause);
        var (open, close) = document.TokensOf(value.Span);
        var near = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(first, open - Before); i < Math.Min(end, close + After); i++)
            if ((i < open || i >= close) && document.Tokens[i] is { Tag: PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb, Lemma: not ("say" or "be" or "have") } token)
                near.Add(token.Lemma.ToLowerInvariant());

        return near;
    }
}
