using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds numbers, days and times of day that differ in one slot across articles.</summary>
/// <remarks>
/// <para><b>Method.</b> Two values conflict where they cannot both be true, what stands around them is alike, and neither
/// article tells the other's value anywhere: an article that tells both knows them as two things.</para>
/// </remarks>
internal sealed class SlotConflicts(Models models, Story story, GroupIndex index)
{
    /// <summary>
    /// Least likeness of what stands around two values, and least likeness with the other signs. Chosen by reading every
    /// conflict of seven stories with known disagreements: lower ones add part and whole, higher ones lose real conflicts.
    /// </summary>
    private const double LeastContext = 0.12;

    private const double Least = 0.4;
    private const double JoinedSign = 0.2;
    private const double VerbSign = 0.15;
    private const double MeetSign = 0.28;
    private const double HeadSign = 0.28;

    /// <summary>Least likeness for weeks and months told from the day of writing; more where an article tells both.</summary>
    private const double LeastTurned = 0.2;

    private const double LeastTurnedTwice = 0.4;

    private readonly SlotComparer slots = new(models.Words);
    private readonly TurnedUnits turned = new(story);

    /// <summary>The conflicts. <b>Order.</b> As their first value stands in the first article.</summary>
    public IEnumerable<Conflict> Find(ImmutableArray<ToldValue> told)
    {
        var pairs = Pairs(told);
        foreach (var question in new ValueClusters(told, pairs).Questions())
            yield return Make(question);
    }

    private List<(int Left, int Right, double Score)> Pairs(ImmutableArray<ToldValue> told)
    {
        var pairs = new List<(int, int, double)>();
        for (var r = 0; r < told.Length; r++)
        {
            for (var l = 0; l < r; l++)
            {
                if (told[l].Article != told[r].Article && ValueComparer.Compare(told[l], told[r]) == Match.Different && IsOneQuestion(told, told[l], told[r]) is { } score)
                    pairs.Add((l, r, score));
            }
        }

        return pairs;
    }

    private double? IsOneQuestion(ImmutableArray<ToldValue> told, ToldValue left, ToldValue right)
    {
        if (turned.AreComparable(left, right))
        {
            var likeness = slots.Compare(left, right).Score;
            return likeness >= LeastTurnedTwice || (likeness >= LeastTurned && AreExclusive(told, left, right)) ? likeness : null;
        }

        return Likeness(left, right) is { } score && AreExclusive(told, left, right) ? score : null;
    }

    private double? Likeness(ToldValue left, ToldValue right)
    {
        if (!slots.CountAlike(left, right) || !AreComparable(left, right))
            return null;

        var (score, terms) = slots.Compare(left, right);
        var sign = Signs(left, right);
        return score >= LeastContext && score + sign >= Least && (terms >= 2 || sign >= 0.2) ? score + sign : null;
    }

    /// <summary>What else speaks for one question: one claim by the aligner's judgement, one verb, one head, values that all but meet.</summary>
    private double Signs(ToldValue left, ToldValue right)
    {
        var sign = index.AreJoined(left, right) ? JoinedSign : 0;
        sign += left.Verb is { } verb && verb == right.Verb && models.Words.Idf(verb) >= 3 ? VerbSign : 0;
        sign += HaveOneHead(left.Quantity, right.Quantity) ? HeadSign : 0;
        return sign + (AllButMeet(left, right) ? MeetSign : 0);
    }

    /// <summary>Whether two sums are sums of one thing: "a $47 billion bid", "the $38 billion bid".</summary>
    private static bool HaveOneHead(Quantity? left, Quantity? right) =>
        left is { Kind: QuantityKind.Money or QuantityKind.Measure, Counted: { } head } && head == right?.Counted && head is not "share" && left.Low >= 1000;

    /// <summary>Ranges of days that share a day, times of day half a day or under an hour apart, long sums and counts within a twentieth.</summary>
    private static bool AllButMeet(ToldValue left, ToldValue right)
    {
        if (left.Time is { } a && right.Time is { } b)
        {
            if (ValueComparer.ClockOf(a) is { } clock && ValueComparer.ClockOf(b) is { } other)
                return Math.Abs(clock - other) is 720 or <= 60;

            return a.Precision == TimePrecision.Range && a.First <= b.Last && b.First <= a.Last;
        }

        var (low, high) = (Figure(left), Figure(right));
        return left.Quantity!.Kind is QuantityKind.Money or QuantityKind.Count && low >= 100 && Math.Abs(high - low) * 20 <= Math.Max(low, high);
    }

    /// <summary>Whether a day is told by its date: weekdays and "yesterday" hang on the page's date and on the zone it was written in.</summary>
    private static bool IsDated(TimeValue time) => time.Rule is "month-day" or "day-month" or "weekday-date" or "iso-date" or "slash-date" or "holiday";

    private static decimal Figure(ToldValue value) => value.Quantity!.Low ?? value.Quantity.High ?? 0;

    /// <summary>Whether two values are of one exactness and size: a price and a sum are two things, as are a day and a year.</summary>
    private static bool AreComparable(ToldValue left, ToldValue right)
    {
        if (left.Time is { } a && right.Time is { } b)
            return a.Precision == b.Precision && (a.Precision is TimePrecision.Time or TimePrecision.Range or TimePrecision.Week || (a.Precision is TimePrecision.Day && IsDated(a) && IsDated(b)));

        var (low, high) = (Math.Min(Figure(left), Figure(right)), Math.Max(Figure(left), Figure(right)));
        return left.Quantity!.Kind switch
        {
            QuantityKind.Money or QuantityKind.Measure => high <= low * 1.5m,
            QuantityKind.Age => true,
            QuantityKind.Percent => high <= low * 5,
            _ => low > 0 && high <= low * 3 && left.Quantity.Counted is not null && right.Quantity!.Counted is not null,
        };
    }

    private bool AreExclusive(ImmutableArray<ToldValue> told, ToldValue left, ToldValue right) => IsExclusive(told, left, right) && IsExclusive(told, right, left);

    /// <summary>Whether the article of one value nowhere tells the other.</summary>
    private bool IsExclusive(ImmutableArray<ToldValue> told, ToldValue value, ToldValue other)
    {
        foreach (var candidate in told)
            if (candidate.Article == value.Article && ValueComparer.AreSame(candidate, other) && slots.CountAlike(candidate, other))
                return false;

        return true;
    }

    private Conflict Make(ImmutableArray<ImmutableArray<ToldValue>> question)
    {
        var values = question
            .Select(side => new ConflictValue(side[0].Value, side[0].Span.Of(story.Readings[side[0].Article].Article.Text), [.. side.Select(v => v.Citation).Distinct()]))
            .ToImmutableArray();
        return new Conflict(Subject.Of(story, question), KindOf(question[0][0]), index.Most(question.SelectMany(side => side)), values, "one-slot");
    }

    private static ConflictKind KindOf(ToldValue value) => value.Time is not { } time ? ConflictKind.Number
        : ValueComparer.ClockOf(time) is null ? ConflictKind.Date : ConflictKind.Time;
}
