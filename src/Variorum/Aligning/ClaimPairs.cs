using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds the pairs of claims that may be the same, without comparing all with all.</summary>
internal sealed class ClaimPairs(ImmutableArray<ClaimProfile> profiles, TermTable terms)
{
    /// <summary>A term in more claims than this proposes no pair: it is the story's subject.</summary>
    private const int MostPostings = 400;

    /// <summary>Least weight of shared terms, in nats, for a pair to be looked at: two words of middling rarity.</summary>
    private const float LeastShared = 2;

    /// <summary>Least score kept. Chosen on the developers' stories; see <see cref="AverageLink"/> for the threshold that joins.</summary>
    private const float Least = 0.05f;

    public List<ClaimPair> Find()
    {
        var likeness = new ClaimLikeness(terms);
        var postings = new Dictionary<int, List<int>>();
        var pairs = new List<ClaimPair>();
        for (var right = 0; right < profiles.Length; right++)
        {
            var shared = new Dictionary<int, float>();
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

            foreach (var (left, weight) in shared.OrderBy(s => s.Key))
            {
                if (weight >= LeastShared && profiles[left].IsDenied == profile.IsDenied && likeness.Of(profiles[left], profile) is var score && score >= Least)
                {
                    pairs.Add(new ClaimPair(left, right, score, "like-terms"));
                }
            }
        }

        return pairs;
    }
}
