using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Joins the same claim across articles.</summary>
/// <remarks>
/// <b>Method.</b> Claims that share telling terms are compared by how much of what each tells the other tells too, word
/// by word with nearness in meaning; the best pairs are joined first, and two groups only where their members agree on
/// average, so that no chain of half-likenesses ties two facts together (average-link clustering; Sokal and Michener, 1958).
/// Of each group the claim most like the others stands for it, and only what is like that one stays.
/// </remarks>
internal sealed class ClaimAligner(Models models)
{
    /// <summary>A claim is tied to so many others of its utterance, so that words repeated without end cost no more than their number.</summary>
    private const int MostTellings = 200;

    public ImmutableArray<ClaimGroup> Align(Story story, ImmutableArray<Utterance> utterances)
    {
        var profiler = new ClaimProfiler(models, story);
        var profiles = profiler.Profile();
        var pairs = new ClaimPairs(profiles, profiler.Terms);
        var edges = pairs.Find();
        edges.AddRange(UtteranceEdges(story, utterances, profiles));
        var groups = new AverageLink(profiles.Length, edges).Join();
        var within = EdgesWithin(groups, edges, profiles.Length);
        return [.. groups
            .SelectMany((members, g) => Stars.Part(members, within[g]).Select(star => Make(story, profiles, star, within[g])))
            .OrderByDescending(g => g.Families)
            .ThenByDescending(g => g.Evidence.Select(e => e.Article).Distinct().Count())
            .ThenBy(g => g.Evidence.Min(e => e.Claim))
            .ThenBy(g => g.Evidence[0].Article)
            .ThenBy(g => g.Evidence[0].Claim)];
    }

    /// <summary>Claims that report one act of speech are the same claim, whatever their wording.</summary>
    private static IEnumerable<ClaimPair> UtteranceEdges(Story story, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimProfile> profiles)
    {
        var bearing = profiles.Select((p, i) => (p.Evidence, i)).ToLookup(p => (p.Evidence.Article, story.Readings[p.Evidence.Article].Claims[p.Evidence.Claim].Quote));
        foreach (var utterance in utterances)
        {
            var members = new List<int>();
            foreach (var part in utterance.Quotes)
            {
                var claims = story.Readings[part.Article].Claims;
                members.AddRange(bearing[(part.Article, part.Quote)].Where(p => Bears(claims[p.Evidence.Claim].Span, part.Span)).Select(p => p.i));
            }

            members = [.. members.Distinct()];
            for (var i = 1; i < members.Count; i++)
            {
                foreach (var k in Enumerable.Range(Math.Max(0, i - MostTellings), Math.Min(i, MostTellings)).Where(k => profiles[members[i]].IsDenied == profiles[members[k]].IsDenied))
                {
                    yield return new ClaimPair(Math.Min(members[i], members[k]), Math.Max(members[i], members[k]), 1, "one-utterance");
                }
            }
        }
    }

    /// <summary>Whether at least half of the claim or of the words said is in the other.</summary>
    private static bool Bears(TextSpan claim, TextSpan said) =>
        Math.Min(claim.End, said.End) - Math.Max(claim.Start, said.Start) is var common && common > 0 && common * 2 >= Math.Min(claim.Length, said.Length);

    /// <summary>The pairs that lie inside one group, by group.</summary>
    private static List<ClaimPair>[] EdgesWithin(ImmutableArray<ImmutableArray<int>> groups, List<ClaimPair> edges, int count)
    {
        var group = new int[count];
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var member in groups[g])
            {
                group[member] = g;
            }
        }

        List<ClaimPair>[] within = [.. groups.Select(_ => new List<ClaimPair>())];
        foreach (var edge in edges.Where(e => group[e.Left] == group[e.Right]))
        {
            within[group[edge.Left]].Add(edge);
        }

        return within;
    }

    private static ClaimGroup Make(Story story, ImmutableArray<ClaimProfile> profiles, ImmutableArray<int> members, List<ClaimPair> held)
    {
        ImmutableArray<ClaimEvidence> evidence = [.. members.Select(m => profiles[m].Evidence)];
        var articles = evidence.Select(e => e.Article).ToHashSet();
        var first = story.Readings[evidence[0].Article];
        return new ClaimGroup(
            first.Claims[evidence[0].Claim].Span.Of(first.Article.Text),
            articles.Count > 1 ? Agreement.Agreed : Agreement.Single,
            evidence,
            story.Lineage.Families.Count(f => f.Any(articles.Contains)),
            [.. Enumerable.Range(0, story.Readings.Length).Where(a => !articles.Contains(a))],
            members.Length == 1 ? "told-once" : held.Where(e => e.Left == members[0] || e.Right == members[0]).MaxBy(e => e.Score)!.Rule);
    }
}

/// <summary>Two claims that may be the same.</summary>
/// <param name="Left">Index of the earlier profile.</param>
/// <param name="Right">Index of the later profile.</param>
/// <param name="Score">How alike, 0 to 1.</param>
/// <param name="Rule">What compared them.</param>
internal sealed record ClaimPair(int Left, int Right, float Score, string Rule);
