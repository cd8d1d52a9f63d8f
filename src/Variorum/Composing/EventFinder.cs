using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Finds what happened, to whom, when and where.</summary>
/// <remarks><b>Method.</b> News tells the event first (the inverted pyramid): what most families of articles tell, the nearer to the top the weightier.</remarks>
internal sealed class EventFinder(Models models)
{
    private const int LeadSentences = 5;
    private const int MostActors = 5;

    public EventSummary Find(Story story, ImmutableArray<ClaimGroup> claims)
    {
        var what = claims.IsEmpty ? null : claims.MaxBy(g => Prominence(story, g));
        return new EventSummary(
            what is null ? null : Clearest(story, what),
            Who(story),
            When(story, what),
            Where(story, what));
    }

    /// <summary>How widely and how near the top a claim is told.</summary>
    private static (double Score, int Tie) Prominence(Story story, ClaimGroup group)
    {
        double score = group.Families;
        foreach (var article in group.Evidence.GroupBy(e => e.Article))
        {
            score += 2.0 / (1 + article.Min(e => story.Readings[e.Article].Claims[e.Claim].Sentence));
        }

        return (score, -group.Evidence[0].Claim);
    }

    /// <summary>Of a group's forms, the one nearest to its article's top that opens its sentence.</summary>
    private static Citation Clearest(Story story, ClaimGroup group)
    {
        var best = group.Evidence.MinBy(e => (IsTail(story.Readings[e.Article], e.Claim), story.Readings[e.Article].Claims[e.Claim].Sentence, e.Article, e.Claim));
        return new Citation(best.Article, story.Readings[best.Article].Claims[best.Claim].Span);
    }

    /// <summary>Whether a claim is the end of a sentence that opens with another.</summary>
    private static bool IsTail(Reading reading, int claim) => claim > 0 && reading.Claims[claim - 1].Sentence == reading.Claims[claim].Sentence;

    private ImmutableArray<int> Who(Story story)
    {
        var scores = new List<(int Entity, double Score, int Articles)>();
        for (var e = 0; e < story.Entities.Length; e++)
        {
            var entity = story.Entities[e];
            if (entity.Type is not (EntityType.Person or EntityType.Organisation) || IsOutlet(story, entity))
            {
                continue;
            }

            var score = entity.Chains.Sum(c => Centrality(story.Readings[c.Article], c.Chain));
            scores.Add((e, score, entity.Chains.Select(c => c.Article).Distinct().Count()));
        }

        return [.. scores
            .Where(s => s.Articles * 2 >= story.Readings.Length)
            .OrderByDescending(s => s.Score).ThenBy(s => s.Entity)
            .Take(MostActors)
            .TakeWhile((s, i) => i < 2 || s.Score * 4 >= scores.Max(o => o.Score))
            .Select(s => s.Entity)];
    }

    /// <summary>How much of an article is about a chain: its mentions, those at the top threefold.</summary>
    private static double Centrality(Reading reading, int chain)
    {
        var top = LeadEnd(reading);
        var mentions = reading.Chains[chain].Mentions;
        return Math.Log(1 + mentions.Length) + (3 * Math.Min(1, mentions.Count(m => reading.Mentions[m].Span.Start < top)));
    }

    private static bool IsOutlet(Story story, Entity entity) => story.Readings.Any(r =>
        string.Equals(r.Article.Outlet?.Name, entity.Name, StringComparison.OrdinalIgnoreCase)
        || r.Article.Wires.Contains(entity.Name, StringComparer.OrdinalIgnoreCase)
        || r.Quotes.Any(q => q.Via.Any(v => string.Equals(v.Name, entity.Name, StringComparison.OrdinalIgnoreCase))));

    /// <summary>The day most articles give near the top; days told beside the event itself weigh more.</summary>
    private static EventTime? When(Story story, ClaimGroup? what)
    {
        var days = new List<(string Value, double Score, Citation Citation)>();
        foreach (var (a, reading) in story.Readings.Index())
        {
            days.AddRange(reading.Times
                .Where(t => t.Precision is TimePrecision.Day or TimePrecision.Time && t.First is not null && !IsLater(reading, t))
                .Select(t => (Day(t), Nearness(story, what, a, t.Span), new Citation(a, t.Span)))
                .Where(t => t.Item2 > 0));
        }

        var best = days
            .GroupBy(d => d.Value, StringComparer.Ordinal)
            .OrderByDescending(g => g.GroupBy(d => d.Citation.Article).Sum(a => a.Max(d => d.Score)))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return best is null ? null : new EventTime(best.Key, Nearest(best.Select(d => (d.Score, d.Citation))));
    }

    /// <summary>Of each article the place that lies nearest to the event, the first of such.</summary>
    private static ImmutableArray<Citation> Nearest(IEnumerable<(double Score, Citation Citation)> places) =>
        [.. places.GroupBy(p => p.Citation.Article).Select(a => a.OrderByDescending(p => p.Score).ThenBy(p => p.Citation).First().Citation).Order()];

    private static string Day(TimeValue time) => time.First!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsLater(Reading reading, TimeValue time) => reading.Article.Published is { } published && time.First > published.Date.AddDays(1);

    private EventPlace? Where(Story story, ClaimGroup? what)
    {
        var places = new List<(int Entity, double Score, Citation Citation)>();
        for (var e = 0; e < story.Entities.Length; e++)
        {
            foreach (var (a, chain) in story.Entities[e].Type == EntityType.Place ? story.Entities[e].Chains : [])
            {
                var reading = story.Readings[a];
                places.AddRange(reading.Chains[chain].Mentions.Select(m => reading.Mentions[m])
                    .Where(m => m.Kind == MentionKind.Name && FollowsPreposition(reading.Document, m))
                    .Select(m => (e, Nearness(story, what, a, m.Span) * Fineness(m.Name.Of(reading.Article.Text)), new Citation(a, m.Span)))
                    .Where(p => p.Item2 > 0));
            }
        }

        var best = places
            .GroupBy(p => p.Entity)
            .OrderByDescending(g => g.GroupBy(p => p.Citation.Article).Sum(a => a.Max(p => p.Score)))
            .ThenBy(g => g.Key)
            .FirstOrDefault();
        return best is null ? null : new EventPlace(story.Entities[best.Key].Name, Nearest(best.Select(p => (p.Score, p.Citation))));
    }

    /// <summary>A town places an event better than its country.</summary>
    private double Fineness(string place) =>
        models.Gazetteer.FindCountry(place) is { } country && !string.Equals(country.Capital, place, StringComparison.OrdinalIgnoreCase) ? 1 : 1.5;

    private static bool FollowsPreposition(Document document, Mention mention)
    {
        var before = document.TokenAt(mention.Span.Start) - 1;
        return before >= 0 && document.Form(before) is "in" or "In" or "at" or "At" or "near" or "Near" or "outside" or "," or "of";
    }

    /// <summary>How near a place of the text is to the event: beside its telling, or near the top; 0 for elsewhere.</summary>
    private static double Nearness(Story story, ClaimGroup? what, int article, TextSpan span)
    {
        var reading = story.Readings[article];
        var sentence = reading.Document.SentenceAt(span.Start);
        var beside = what is not null && what.Evidence.Any(e => e.Article == article && reading.Claims[e.Claim].Sentence == sentence);
        return (beside ? 2 : 0) + (sentence < LeadSentences ? 1.0 / (1 + (sentence * 0.3)) : 0);
    }

    private static int LeadEnd(Reading reading) =>
        reading.Document.Sentences.IsEmpty ? 0 : reading.Document.Sentences[Math.Min(LeadSentences, reading.Document.Sentences.Length) - 1].Span.End;
}
