namespace Variorum.Tracing;

/// <summary>Finds the sentences that two articles share.</summary>
/// <remarks><b>Method.</b> Sentences that share word triples (shingles; Broder, 1997) are aligned word by word.
/// <b>Cost.</b> Triples are looked up, so articles without common words never meet.</remarks>
internal sealed class PassageFinder
{
    private const int LeastTriples = 2;
    private const int CandidatesPerArticle = 3;

    private readonly IReadOnlyList<OwnText> texts;
    private readonly Dictionary<(int, int, int), List<(int Article, int Sentence)>> index = [];
    private readonly SortedDictionary<(int Left, int Right), List<SentenceMatch>> matches = [];

    private PassageFinder(IReadOnlyList<OwnText> texts) => this.texts = texts;

    /// <returns>The shared sentences of each pair of articles, the lower article left, in the right one's order.</returns>
    public static IReadOnlyDictionary<(int Left, int Right), List<SentenceMatch>> Find(IReadOnlyList<OwnText> texts)
    {
        var finder = new PassageFinder(texts);
        for (var article = 0; article < texts.Count; article++)
        {
            finder.Match(article);
            finder.Add(article);
        }

        return finder.matches;
    }

    private void Match(int article)
    {
        for (var sentence = 0; sentence < texts[article].Sentences.Length; sentence++)
        {
            var own = texts[article].Sentences[sentence];
            foreach (var group in Candidates(own).GroupBy(c => c.Article).OrderBy(g => g.Key))
            {
                var match = group
                    .Select(c => SentenceMatch.Of(c.Sentence, texts[c.Article].Sentences[c.Sentence], sentence, own))
                    .OfType<SentenceMatch>().OrderByDescending(m => m.Words).ThenBy(m => m.Left).FirstOrDefault();
                if (match is not null)
                {
                    Keep((group.Key, article), match);
                }
            }
        }
    }

    private void Keep((int Left, int Right) pair, SentenceMatch match)
    {
        if (!matches.TryGetValue(pair, out var list))
        {
            matches.Add(pair, list = []);
        }

        list.Add(match);
    }

    /// <summary>Sentences of earlier articles with several triples in common, the likeliest of each article.</summary>
    private IEnumerable<(int Article, int Sentence)> Candidates(OwnSentence sentence) =>
        Triples(sentence).Where(index.ContainsKey).SelectMany(t => index[t]).CountBy(place => place)
            .Where(c => c.Value >= LeastTriples)
            .GroupBy(c => c.Key.Article)
            .SelectMany(g => g.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Sentence).Take(CandidatesPerArticle))
            .Select(c => c.Key);

    private void Add(int article)
    {
        for (var sentence = 0; sentence < texts[article].Sentences.Length; sentence++)
        {
            foreach (var triple in Triples(texts[article].Sentences[sentence]))
            {
                if (!index.TryGetValue(triple, out var places))
                {
                    index.Add(triple, places = []);
                }

                // A phrase that one article repeats again and again is no trace of another's text.
                if (places.Count < CandidatesPerArticle || places[^CandidatesPerArticle].Article != article)
                {
                    places.Add((article, sentence));
                }
            }
        }
    }

    private static IEnumerable<(int, int, int)> Triples(OwnSentence sentence) =>
        Enumerable.Range(0, Math.Max(0, sentence.Words.Length - 2))
            .Select(i => (sentence.Words[i], sentence.Words[i + 1], sentence.Words[i + 2])).Distinct();
}
