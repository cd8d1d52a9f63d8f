using Variorum.Annotating;

namespace Variorum.Composing;

/// <summary>Chooses a story's title among its articles' headlines: the one that says most of what all headlines and leads say.</summary>
internal sealed class TitleFinder(Models models)
{
    public string Find(Story story, EventSummary summary)
    {
        var annotator = new Annotator(models);
        var headlines = story.Readings.Select(r => Terms(annotator, r.Article.Headline ?? "")).ToArray();
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var a = 0; a < story.Readings.Length; a++)
        {
            foreach (var term in headlines[a].Union(Lead(story.Readings[a])))
            {
                shared[term] = shared.GetValueOrDefault(term) + 1;
            }
        }

        var best = Enumerable.Range(0, headlines.Length)
            .Where(a => !string.IsNullOrWhiteSpace(story.Readings[a].Article.Headline))
            .OrderByDescending(a => headlines[a].Sum(t => (shared[t] - 1) * models.Words.Idf(t)) / Math.Sqrt(6 + headlines[a].Count))
            .ThenBy(a => a)
            .Select(a => story.Readings[a].Article.Headline)
            .FirstOrDefault();
        return best ?? (summary.What is { } what ? what.Span.Of(story.Readings[what.Article].Article.Text) : story.Readings[0].Article.Path);
    }

    private static HashSet<string> Terms(Annotator annotator, string headline) =>
        [.. annotator.Annotate(headline).Tokens.Where(t => t.Tag != PartOfSpeech.Punct).Select(t => t.Lemma.ToLowerInvariant())];

    private static IEnumerable<string> Lead(Reading reading)
    {
        var end = reading.Document.Sentences.FirstOrDefault()?.End ?? 0;
        return reading.Document.Tokens.Take(end).Where(t => t.Tag != PartOfSpeech.Punct).Select(t => t.Lemma.ToLowerInvariant());
    }
}
