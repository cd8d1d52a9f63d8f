using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Which sentences are worth comparing.</summary>
internal static class UnitPairs
{
    /// <summary>A word in more sentences than this tells too little to compare them for it.</summary>
    private const int MostCommon = 300;

    /// <summary>Two of so few telling words may share but one ("called them “significant”").</summary>
    private const int FewWords = 3;

    /// <summary>How many pairs of words all comparisons may look at: a story of thousands of sentences leaves out common words sooner.</summary>
    private const long MostLooks = 300_000_000;

    /// <summary>Pairs that share telling words and may have one speaker. <b>Order.</b> By left, then right.</summary>
    public static IEnumerable<(int Left, int Right)> Likely(ImmutableArray<SpokenUnit> units)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var most = (int)Math.Clamp(MostLooks / Math.Max(1, units.Sum(unit => (long)unit.Words.Length * unit.Words.Length)), 1, MostCommon);
        var sizes = new int[units.Length];
        for (var right = 0; right < units.Length; right++)
        {
            var words = WordingComparer.Telling(units[right].Words).Distinct(StringComparer.Ordinal).ToList();
            sizes[right] = words.Count;
            var shared = new SortedDictionary<int, int>();
            foreach (var left in words.SelectMany(word => index.GetValueOrDefault(word) ?? []))
            {
                shared[left] = shared.GetValueOrDefault(left) + 1;
            }

            foreach (var (left, count) in shared)
            {
                if (count >= (Math.Min(words.Count, sizes[left]) <= FewWords && MayShareAWord(units[left], units[right]) ? 1 : 2) && MayBeOne(units[left], units[right]))
                {
                    yield return (left, right);
                }
            }

            Enter(index, words, right, most);
        }
    }

    /// <summary>Whether both set words in marks, and one a single word.</summary>
    private static bool MayShareAWord(SpokenUnit left, SpokenUnit right) =>
        !left.Marked.IsEmpty && !right.Marked.IsEmpty && (left.Marked.Any(run => run.Length == 1) || right.Marked.Any(run => run.Length == 1));

    private static void Enter(Dictionary<string, List<int>> index, List<string> words, int unit, int most)
    {
        foreach (var word in words)
        {
            if (!index.TryGetValue(word, out var places))
            {
                index.Add(word, places = []);
            }

            if (places.Count < most)
            {
                places.Add(unit);
            }
        }
    }

    /// <summary>Two speakers who are both known and differ never share an utterance; two sentences of one quote are two.</summary>
    private static bool MayBeOne(SpokenUnit left, SpokenUnit right) =>
        left.Part.Place != right.Part.Place && left.MayShare(right);
}
