using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Puts what happened in order of time.</summary>
/// <remarks><b>Method.</b> A clause that tells a happening and its day is an entry (<see cref="HappeningFinder"/>); clauses
/// of one claim group, or of nearly the same words, are one entry. <b>Order.</b> Earliest first.</remarks>
internal sealed class TimelineComposer
{
    private const int MostEntries = 15;

    /// <summary>One day should not fill the line.</summary>
    private const int MostPerTime = 3;

    public ImmutableArray<TimelineEntry> Compose(Story story, ImmutableArray<ClaimGroup> claims)
    {
        var groups = new Dictionary<ClaimEvidence, int>();
        for (var g = 0; g < claims.Length; g++)
        {
            foreach (var evidence in claims[g].Evidence)
            {
                groups.TryAdd(evidence, g);
            }
        }

        var entries = new List<Entry>();
        foreach (var happening in story.Readings.SelectMany((r, i) => HappeningFinder.Find(r, i)))
        {
            var group = groups.GetValueOrDefault(happening.Evidence, -1);
            var entry = entries.Find(e => e.Takes(happening, group));
            if (entry is null)
            {
                entries.Add(entry = new Entry());
            }

            entry.Add(happening, group);
        }

        return [.. Choose(entries, Families(story)).OrderBy(e => e.First.Time.First).ThenBy(e => e.First.Time.Last)
            .ThenBy(e => e.First.Time.Value, StringComparer.Ordinal).ThenBy(e => e.First.Citation).Select(e => e.Make())];
    }

    private static IEnumerable<Entry> Choose(List<Entry> entries, int[] families) => entries
        .OrderByDescending(e => e.Weight(families)).ThenBy(e => e.First.Sentence).ThenBy(e => e.First.Citation)
        .GroupBy(e => e.First.Time.First).SelectMany(day => day.Take(MostPerTime))
        .OrderByDescending(e => e.Weight(families)).ThenBy(e => e.First.Sentence).ThenBy(e => e.First.Citation)
        .Take(MostEntries);

    private static int[] Families(Story story)
    {
        var families = new int[story.Readings.Length];
        for (var f = 0; f < story.Lineage.Families.Length; f++)
        {
            foreach (var article in story.Lineage.Families[f])
            {
                families[article] = f;
            }
        }

        return families;
    }

    /// <summary>One happening, as one article or several tell it.</summary>
    private sealed class Entry
    {
        private readonly List<Happening> told = [];
        private readonly HashSet<int> groups = [];

        /// <summary>The one whose words stand for it: the most exact time, then the earliest place in its article.</summary>
        public Happening First { get; private set; } = null!;

        public void Add(Happening happening, int group)
        {
            told.Add(happening);
            groups.Add(group);
            if (First is null || (happening.Time.Precision, happening.Sentence).CompareTo((First.Time.Precision, First.Sentence)) < 0)
            {
                First = happening;
            }
        }

        /// <summary>Whether a happening is this one: the same days, and the same claim or nearly the same words.</summary>
        public bool Takes(Happening other, int group) =>
            First.Time.First == other.Time.First && First.Time.Last == other.Time.Last
            && ((group >= 0 && groups.Contains(group)) || told.Exists(t => t.IsLike(other)));

        public int Weight(int[] families) => told.Select(t => families[t.Citation.Article]).Distinct().Count();

        public TimelineEntry Make() => new(
            First.Time.Value,
            First.Time.Precision,
            [First.Citation, .. told.Where(t => t != First).Select(t => t.Citation).Distinct().Order().Where(c => c != First.Citation)]);
    }
}
