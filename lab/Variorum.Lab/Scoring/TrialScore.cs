using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the whole grammar on the project's own articles, from their raw text.</summary>
internal static class TrialScore
{
    /// <summary>F1 of words, sentences, universal tags, lemmas, heads, heads with relations, and names of persons, organisations and places; shares of reports.</summary>
    /// <param name="trial">The folder of annotated articles.</param>
    /// <param name="models">The folder of models.</param>
    /// <param name="tell">Gets a line for each word that differs; null where nobody asks.</param>
    public static IEnumerable<Figure> Score(DirectoryInfo trial, DirectoryInfo models, Action<string>? tell = null)
    {
        var loaded = Models.Load(file => File.OpenRead(Path.Combine(models.FullName, file)));
        var annotator = new Annotator(loaded);
        var articles = Trial.Read(trial);
        if (articles.IsEmpty)
        {
            throw new InvalidDataException($"{trial} holds no annotated articles.");
        }

        var texts = articles.Select(text => new RawTreebank(text.Sentences)).ToList();
        var counts = texts.Select(text => text.Count(annotator.Annotate(text.Text), tell)).Aggregate((left, right) => left + right);
        var names = NameScore.Score(loaded, texts.Select(text => new NamedText(text.Text, [.. text.Names])), "trial").First(figure => figure.Name == "names.f1.trial");
        var reports = new TrialReportScore(new Pipeline(loaded));
        foreach (var (article, text) in articles.Zip(texts))
        {
            reports.Add(TrialReports.Read(trial, article.Name, text.Text), tell);
        }

        return
        [
            new Figure("trial.words", counts.WordsF1),
            new Figure("trial.sentences", counts.SentencesF1),
            new Figure("trial.upos", counts.TagsF1),
            new Figure("trial.lemmas", counts.LemmasF1),
            new Figure("trial.uas", counts.HeadsF1),
            new Figure("trial.las", counts.RelationsF1),
            new Figure("trial.names", names.Value),
            .. reports.Figures,
        ];
    }
}
