using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Two articles that may tell of one event.</summary>
/// <param name="Left">The earlier.</param>
/// <param name="Right">The later.</param>
/// <param name="Overlap">How far their words are the same, 0 to 1.</param>
internal readonly record struct ArticlePair(int Left, int Right, float Overlap);

/// <summary>Finds for each article the earlier ones that may tell of the same event.</summary>
/// <remarks>
/// <para><b>Method.</b> An index of the words that articles share gives the most alike, those published near one another
/// first. What an article shares with its neighbours, but for the nearest, is its background: how alike any two articles of
/// its subject are.</para>
/// <para><b>Cost.</b> Grows with the articles that share rare words; words that thousands share are passed over.</para>
/// </remarks>
internal sealed class PairFinder
{
    /// <summary>Most earlier articles that one is compared with closely.</summary>
    private const int MostCandidates = 30;

    private const float LeastOverlap = 0.04f;

    /// <summary>A word in so many articles finds nothing that rarer ones do not.</summary>
    private const int LongestPosting = 3000;

    /// <summary>The nearest neighbours are likely of the same event; those after them are the background.</summary>
    private const int Nearest = 5;

    private const int BackgroundSize = 10;

    /// <summary>Articles that share more are of one event however many there are: a great story is not its own background.</summary>
    private const double MostBackground = 0.35;

    /// <summary>So much any two articles share: a small heap is no proof that its articles are of one event.</summary>
    private const double LeastBackground = 0.25;

    private static readonly ImmutableArray<(TermFace Face, float Share)> Shares = [(TermFace.Whole, 0.5f), (TermFace.Names, 0.25f), (TermFace.Lead, 0.25f)];

    private readonly ImmutableArray<ImmutableArray<(int Term, float Weight)>[]> vectors;
    private readonly Dictionary<int, List<(int Article, float Weight)>> postings = [];
    private readonly float[] overlaps;
    private readonly List<int> met = [];
    private readonly float[][] neighbours;

    private PairFinder(ImmutableArray<ImmutableArray<(int Term, float Weight)>[]> vectors)
    {
        this.vectors = vectors;
        overlaps = new float[vectors.Length];
        neighbours = [.. vectors.Select(_ => new float[Nearest + BackgroundSize])];
    }

    /// <param name="vectors">As <see cref="TermVectors.Build"/> makes them.</param>
    /// <param name="days">Each article's day, as a number; null where unknown.</param>
    /// <returns>The pairs, by the later article, and for each article its background.</returns>
    public static (List<ArticlePair> Pairs, ImmutableArray<double> Background) Find(ImmutableArray<ImmutableArray<(int Term, float Weight)>[]> vectors, ImmutableArray<int?> days)
    {
        var finder = new PairFinder(vectors);
        var pairs = new List<ArticlePair>();
        for (var i = 0; i < vectors.Length; i++)
        {
            finder.Meet(i);
            pairs.AddRange(finder.met.Where(j => finder.overlaps[j] > LeastOverlap)
                .OrderByDescending(j => finder.overlaps[j] * Nearness(days[i], days[j])).ThenBy(j => j).Take(MostCandidates)
                .Select(j => new ArticlePair(j, i, finder.overlaps[j])));
            finder.Forget(i);
        }

        return (pairs, [.. finder.neighbours.Select(Background)]);
    }

    /// <summary>Adds up what an article shares with each earlier one, and takes it into the index.</summary>
    private void Meet(int article)
    {
        foreach (var (face, share) in Shares)
        {
            foreach (var (term, weight) in vectors[article][(int)face])
            {
                if (!postings.TryGetValue(term, out var earlier))
                {
                    postings.Add(term, earlier = []);
                }

                if (earlier.Count < LongestPosting)
                {
                    Add(earlier, weight * share);
                }

                earlier.Add((article, weight));
            }
        }
    }

    private void Add(List<(int Article, float Weight)> earlier, float weight)
    {
        foreach (var (other, otherWeight) in earlier)
        {
            if (overlaps[other] == 0)
            {
                met.Add(other);
            }

            overlaps[other] += weight * otherWeight;
        }
    }

    private static double Background(float[] neighbours) => neighbours.OrderDescending().Skip(Nearest).Average(overlap => Math.Clamp(Math.Sqrt(overlap), LeastBackground, MostBackground));

    /// <summary>Notes what an article shares with each, and clears the sums.</summary>
    private void Forget(int article)
    {
        foreach (var other in met)
        {
            Note(neighbours[article], overlaps[other]);
            Note(neighbours[other], overlaps[other]);
            overlaps[other] = 0;
        }

        met.Clear();
    }

    /// <summary>Keeps the greatest.</summary>
    private static void Note(float[] most, float overlap)
    {
        var least = 0;
        for (var i = 1; i < most.Length; i++)
        {
            least = most[i] < most[least] ? i : least;
        }

        most[least] = Math.Max(most[least], overlap);
    }

    /// <summary>1 for articles of the same days or of unknown date, falling to a tenth over weeks.</summary>
    private static double Nearness(int? left, int? right) =>
        left is { } l && right is { } r ? 0.1 + (0.9 * Math.Exp(-Math.Max(0, Math.Abs(l - r) - 2) / 5.0)) : 1;
}
