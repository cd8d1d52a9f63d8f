using Variorum.Lab.Corpora;
using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Trains the models that find attributions, each on what those before it make of texts they have not seen.</summary>
internal static class AttributionTrainer
{
    /// <summary>Every text's odds, hints and readings come from models that learnt from the other parts.</summary>
    private const int Folds = 3;

    /// <summary>What one unit of a kept weight is worth.</summary>
    private const float Step = 1 / 24f;

    private const int Speech = SpeechTagger.Labels;
    private const int Report = ReportLabels.Count;

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var others = LoadOthers(models);
        var usages = UsageTable.Write(UsageCounter.Count(data, others));
        Console.WriteLine($"{usages.Length} bytes of usages");
        var table = UsageTable.Read(usages);
        AttributedText[] texts = [.. PolNear.Train(data).Select(article => AttributedText.Of(article, others, table))];
        Console.WriteLine($"{texts.Length} articles read");
        return Train(texts, usages);
    }

    /// <summary>Makes the model's sections of texts that were analysed with a table of usages.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(AttributedText[] texts, byte[] usages)
    {
        SetOdds(texts);
        SetHints(texts);
        var (chances, least) = ReportChanceTrainer.Learn(ReadAll(texts));
        var (words, turns) = SpeechTaggerTrainer.Learn(texts, _ => true);
        var (places, steps) = ReportLabellerTrainer.Learn(texts, _ => true);
        return
        [
            ("cues", CueSpotterTrainer.Learn(texts, _ => true).Write(Step)),
            ("words", words.Write(Step)),
            ("turns", turns.Write(Step)),
            ("places", places.Write(Step)),
            ("steps", steps.Write(Step)),
            ("chances", chances.Write(Step)),
            ("least", BitConverter.GetBytes(least)),
            ("usages", usages),
        ];
    }

    private static void SetOdds(AttributedText[] texts)
    {
        var (passed, all) = (0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var spotter = new CueSpotter(Freeze(CueSpotterTrainer.Learn(texts, IsIn(fold)), 1));
            for (var i = fold; i < texts.Length; i += Folds)
            {
                spotter.Spot(texts[i].Text);
                all += texts[i].ByHead.Count;
                passed += texts[i].ByHead.Keys.Count(head => texts[i].Text.Odds[head] >= CueSpotter.Least);
            }
        }

        Console.WriteLine($"{passed} of {all} cues pass the spotter");
    }

    private static void SetHints(AttributedText[] texts)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var (words, turns) = SpeechTaggerTrainer.Learn(texts, IsIn(fold));
            var tagger = new SpeechTagger(Freeze(words, Speech), Freeze(turns, Speech * Speech));
            for (var i = fold; i < texts.Length; i += Folds)
            {
                tagger.Tag(texts[i].Text);
            }
        }
    }

    /// <summary>Each text with a labeller that learnt from the other parts.</summary>
    private static ReadText[] ReadAll(AttributedText[] texts)
    {
        var read = new ReadText[texts.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (places, steps) = ReportLabellerTrainer.Learn(texts, IsIn(fold));
            var labeller = new ReportLabeller(Freeze(places, Report), Freeze(steps, Report * Report));
            for (var i = fold; i < texts.Length; i += Folds)
            {
                read[i] = new ReadText(texts[i], labeller);
            }
        }

        return read;
    }

    private static Func<int, bool> IsIn(int fold) => i => i % Folds != fold;

    /// <summary>What was learnt, as it will be when it is read from a file.</summary>
    public static HashedWeights Freeze(HashedLearner learner, int classes)
    {
        using var reader = new BinaryReader(new MemoryStream(learner.Write(Step)));
        return HashedWeights.Read(reader, classes);
    }

    /// <summary>All models but this one, in whose place stands one that knows nothing.</summary>
    private static Models LoadOthers(DirectoryInfo models) =>
        Models.Load(file => string.Equals(file, "attribution.model", StringComparison.Ordinal) ? Blank() : File.OpenRead(Path.Combine(models.FullName, file)));

    private static MemoryStream Blank()
    {
        var stream = new MemoryStream();
        ModelFile.Write(stream, "attribution",
        [
            ("cues", new HashedLearner(4, 1, 0).Write(Step)),
            ("words", new HashedLearner(4, Speech, 0).Write(Step)),
            ("turns", new HashedLearner(4, Speech * Speech, 0).Write(Step)),
            ("places", new HashedLearner(4, Report, 0).Write(Step)),
            ("steps", new HashedLearner(4, Report * Report, 0).Write(Step)),
            ("chances", new HashedLearner(4, 1, 0).Write(Step)),
            ("least", BitConverter.GetBytes(0)),
            ("usages", []),
        ]);
        stream.Position = 0;
        return stream;
    }
}
