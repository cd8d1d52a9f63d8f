using Variorum.Lab.Corpora;
using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Trains the models that find attributions, each on what those before it make of texts they have not seen.</summary>
internal static class AttributionTrainer
{
    /// <summary>Every text's odds, hints and readings come from models that learnt from the other parts.</summary>
    private const int Folds = 3;

    private const ulong Seed = 20250102;

    /// <summary>What one unit of a kept weight is worth.</summary>
    private const float Step = 1 / 24f;

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var others = LoadOthers(models);
        var usages = UsageTable.Write(UsageCounter.Count(data, others));
        Console.WriteLine($"{usages.Length} bytes of usages");
        var table = UsageTable.Read(usages);
        AttributedText[] texts = [.. PolNear.Train(data).Select(article => AttributedText.Of(article, others, table))];
        Console.WriteLine($"{texts.Length} articles read");
        return Train(texts, SilverReports.Read(data, others, table), usages);
    }

    /// <summary>Makes the model's sections.</summary>
    /// <param name="texts">Articles, analysed with a table of usages.</param>
    /// <param name="news">Texts that nobody has marked.</param>
    /// <param name="usages">The table.</param>
    public static IEnumerable<(string Name, byte[] Content)> Train(AttributedText[] texts, ReportText[] news, byte[] usages)
    {
        SetOdds(texts);
        var (chances, least) = ReportChanceTrainer.Learn(ReadAll(texts));
        var cues = CueSpotterTrainer.Learn(texts, _ => true);
        return
        [
            ("cues", cues.Write(Step)),
            .. SilverReports.Learn([.. texts.Select(text => text.Labelled)], news, new CueSpotter(Freeze(cues))),
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
            var spotter = new CueSpotter(Freeze(CueSpotterTrainer.Learn(texts, IsIn(fold))));
            for (var i = fold; i < texts.Length; i += Folds)
            {
                spotter.Spot(texts[i].Text);
                all += texts[i].ByHead.Count;
                passed += texts[i].ByHead.Keys.Count(head => texts[i].Text.Odds[head] >= CueSpotter.Least);
            }
        }

        Console.WriteLine($"{passed} of {all} cues pass the spotter");
    }

    /// <summary>Each text with a labeller that learnt from the other parts, and from these alone.</summary>
    private static ReadText[] ReadAll(AttributedText[] texts)
    {
        var read = new ReadText[texts.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var isIn = IsIn(fold);
            var labeller = new ReportLabeller(Network(ReportLearner.Learn([.. texts.Where((_, i) => isIn(i)).Select(text => text.Labelled)], Seed)));
            for (var i = fold; i < texts.Length; i += Folds)
            {
                read[i] = new ReadText(texts[i], labeller);
            }
        }

        return read;
    }

    /// <summary>A network, as it will be when it is read from a file.</summary>
    public static ReportNetwork Network(IEnumerable<(string Name, byte[] Content)> sections)
    {
        var byName = sections.ToDictionary(StringComparer.Ordinal);
        return ReportNetwork.Read(name => byName[name]);
    }

    private static Func<int, bool> IsIn(int fold) => i => i % Folds != fold;

    /// <summary>What was learnt, as it will be when it is read from a file.</summary>
    public static HashedWeights Freeze(HashedLearner learner)
    {
        using var reader = new BinaryReader(new MemoryStream(learner.Write(Step)));
        return HashedWeights.Read(reader);
    }

    /// <summary>All models but this one, in whose place stands one that knows nothing.</summary>
    private static Models LoadOthers(DirectoryInfo models) =>
        Models.Load(file => string.Equals(file, "attribution.model", StringComparison.Ordinal) ? Blank() : File.OpenRead(Path.Combine(models.FullName, file)));

    private static MemoryStream Blank()
    {
        var stream = new MemoryStream();
        ModelFile.Write(stream, "attribution",
        [
            ("cues", new HashedLearner(4, 0).Write(Step)),
            .. ReportLearner.Blank(),
            ("chances", new HashedLearner(4, 0).Write(Step)),
            ("least", BitConverter.GetBytes(0)),
            ("usages", []),
        ]);
        stream.Position = 0;
        return stream;
    }
}
