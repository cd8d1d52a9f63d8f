using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds numbers, days and times of day that differ in one slot across articles.</summary>
/// <remarks>
/// <para><b>Method.</b> Two values conflict where they cannot both be true, what stands around them is alike, and neither
/// article tells the other's value anywhere: an article that tells both knows them as two things.</para>
/// </remarks>
internal sealed class SlotConflicts(Models models, Story story, GroupIndex index)
{
    private readonly SlotComparer slots = new(models.Words);

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
                if (told[l].Article != told[r].Article && ValueComparer.Compare(told[l], told[r]) == Match.Different && IsOneQuestion(told[l], told[r]) is { } score
                    && IsExclusive(told, told[l], told[r]) && IsExclusive(told, told[r], told[l]))
                    pairs.Add((l, r, score));
            }
        }

        return pairs;
    }

    private double? IsOneQuestion(ToldValue left, ToldValue right)
    {
        if (!slots.CountAlike(left, right) || !AreComparable(left, right))
            return null;

        var (score, terms) = slots.Compare(left, right);
        return terms >= 2 && score >= 0.5 ? score : null;
    }


    private static bool AreComparable(ToldValue left, ToldValue right) => (left.Time, right.Time) switch
    {
        ({ } a, { } b) => a.Precision == b.Precision,
        _ => true,
    };

    /// <summary>Whether the article of one value nowhere tells the other.</summary>
    private bool IsExclusive(ImmutableArray<ToldValue> told, ToldValue value, ToldValue other)
    {
        foreach (var candidate in told)
            if (candidate.Article == value.Article && ValueComparer.Compare(candidate, other) == Match.Compatible && slots.CountAlike(candidate, other))
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
