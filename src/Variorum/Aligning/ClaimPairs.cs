using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds the pairs of claims that may be the same, without comparing all with all.</summary>
internal sealed class ClaimPairs(ImmutableArray<ClaimProfile> profiles, TermTable terms)
{
    /// <summary>A term in more claims than this proposes no pair: it is the story's subject.</summary>
    private const int MostPostings = 400;

    /// <summary>Least weight of shared terms, in nats, for a pair to be looked at: two words of middling rarity.</summary>
    internal static float LeastShared = 3;

    /// <summary>Least score kept. Chosen on the developers' stories; see <see cref="AverageLink"/> for the threshold that joins.</summary>
    internal static float Least = 0.3f;

    /// <summary>Vectors nearer than this count as one meaning in part; below, chance nearness is all there is.</summary>
    internal static float LeastNearness = 0.5f;

    internal static float Contained = 0.3f;

    public List<ClaimPair> Find()
    {
        var postings = new Dictionary<int, List<int>>();
        var pairs = new List<ClaimPair>();
        for (var right = 0; right < profiles.Length; right++)
        {
            var shared = new SortedDictionary<int, float>();
            var profile = profiles[right];
            for (var t = 0; t < profile.Terms.Length; t++)
            {
                var list = postings.TryGetValue(profile.Terms[t], out var held) ? held : postings[profile.Terms[t]] = [];
                if (list.Count <= MostPostings)
                {
                    foreach (var left in list)
                    {
                        shared[left] = shared.GetValueOrDefault(left) + profile.Weights[t];
                    }
                }

                list.Add(right);
            }

            foreach (var (left, weight) in shared)
            {
                if (weight >= LeastShared && Score(profiles[left], profile) is var score && score >= Least)
                {
                    pairs.Add(new ClaimPair(left, right, score, "like-terms"));
                }
            }
        }

        return pairs;
    }

    /// <summary>How alike two claims are: what each tells that the other tells too, as the mean of both sides' shares.</summary>
    private float Score(ClaimProfile left, ClaimProfile right)
    {
        var (leftTold, leftWords) = Told(left, right);
        var (rightTold, rightWords) = Told(right, left);
        if (leftWords + rightWords == 0)
        {
            return 0;
        }

        var leftShare = leftTold / left.Total;
        var rightShare = rightTold / right.Total;
        var both = 2 * leftShare * rightShare / (leftShare + rightShare + 1e-6f);
        var contained = Math.Max(leftShare, rightShare);
        var score = ((1 - Contained) * both) + (Contained * contained);
        return left.IsNegated == right.IsNegated ? score : score * 0.75f;
    }

    /// <summary>The weight of <paramref name="from"/>'s terms that <paramref name="to"/> has too, and how much of it is not names.</summary>
    private (float Told, float Words) Told(ClaimProfile from, ClaimProfile to)
    {
        float told = 0, words = 0;
        for (var i = 0; i < from.Terms.Length; i++)
        {
            var best = 0f;
            foreach (var term in to.Terms)
            {
                best = Math.Max(best, terms.Nearness(from.Terms[i], term));
                if (best >= 1)
                {
                    break;
                }
            }

            if (best >= LeastNearness)
            {
                told += best * from.Weights[i];
                words += from.Terms[i] < terms.Entities || terms.Lemma(from.Terms[i])![0] == '@' ? 0 : best * from.Weights[i];
            }
        }

        return (told, words);
    }
}
