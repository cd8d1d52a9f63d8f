using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the ranker of what pronouns mean.</summary>
/// <remarks><b>Method.</b> A log-linear model over the candidates of a pronoun, by gradient steps scaled to each feature (AdaGrad; Duchi, Hazan and Singer, 2011).</remarks>
internal sealed class PronounTrainer
{
    /// <summary>One article of so many is read for pronouns that gender decides.</summary>
    private const int ReadOneOf = 20;

    /// <summary>One article of so many is read for the genders of names; this takes no parse.</summary>
    private const int CountOneOf = 16;

    /// <summary>How often all is seen; what is kept is the mean after each time but the first, which owes least to the order.</summary>
    private const int Epochs = 8;

    /// <summary>What people marked is seen so many times as often: there is little of it.</summary>
    private const int MarkedTimes = 10;

    /// <summary>The same of news where they marked only who takes part in events.</summary>
    private const int PressTimes = 4;

    private const double Step = 0.1;
    private const double Decay = 1e-4;
    private const ulong Seed = 20250301;
    private const int RarestFeature = 3;

    private readonly Dictionary<uint, Cell> cells = [];

    /// <summary>Makes the model's sections.</summary>
    /// <remarks><b>Twice.</b> A first ranker says what all those pronouns mean that nobody marked and gender leaves open, so that the texts
    /// from which the second learns go on as they will for the program.</remarks>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var ignorant = Load(models, Sections([], Learn([])));
        var genders = CountGenders(data, ignorant);
        var loaded = Load(models, Sections(genders, Learn([])));
        var annotator = new Annotator(loaded);
        var news = NewsText.Read(data).Where((_, index) => index % ReadOneOf == 0).Select(annotator.Annotate).ToArray();
        var marked = ChainedText.Train(data).SelectMany(text => MarkedPronouns.Read(text, loaded)).ToArray();
        var gendered = news.SelectMany(document => GenderedPronouns.Read(document, loaded)).ToArray();
        Console.WriteLine($"{marked.Length} marked pronouns, {marked.Count(example => example.Truth >= 0)} with a candidate; {gendered.Length} decided by gender");

        var first = Load(models, Sections(genders, Learn([.. gendered, .. Times(marked, MarkedTimes)]))).Pronouns;
        var press = PressChains.Read(data).SelectMany(text => MarkedPronouns.Read(text, loaded, first.ChooseSurely)).ToArray();
        gendered = [.. news.SelectMany(document => GenderedPronouns.Read(document, loaded, first.ChooseSurely))];
        Console.WriteLine($"{press.Length} marked in news; {gendered.Length} decided by gender");
        return Sections(genders, Learn([.. gendered, .. Times(marked, MarkedTimes), .. Times(press, PressTimes)]));
    }

    private static IEnumerable<PronounExample> Times(PronounExample[] examples, int times) => Enumerable.Repeat(examples, times).SelectMany(all => all);

    private static (string Name, byte[] Content)[] Sections(Dictionary<uint, bool> genders, byte[] pronouns) =>
        [("genders", NameGenders.Write(genders)), ("pronouns", pronouns)];

    /// <summary>All models as they are, but this one.</summary>
    private static Models Load(DirectoryInfo models, (string Name, byte[] Content)[] sections)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, "coreference", sections);
        return Models.Load(name => name == "coreference.model" ? new MemoryStream(stream.ToArray()) : File.OpenRead(Path.Combine(models.FullName, name)));
    }

    private static Dictionary<uint, bool> CountGenders(DirectoryInfo data, Models models)
    {
        var annotator = new Annotator(models.Tagger, models.Lemmatizer, splitter: models.Splitter);
        var counter = new GenderCounter();
        foreach (var text in NewsText.Read(data).Where((_, index) => index % CountOneOf == 0))
        {
            counter.Add(annotator.Annotate(text), models);
        }

        var clear = counter.Clear();
        Console.WriteLine($"{clear.Count} names of clear gender, {clear.Count(name => name.Value)} of them she");
        return clear;
    }

    /// <summary>Learns from examples and writes what was learnt.</summary>
    public static byte[] Learn(PronounExample[] examples)
    {
        var trainer = new PronounTrainer();
        trainer.LearnAll([.. examples]);
        return trainer.Write();
    }

    private void LearnAll(PronounExample[] examples)
    {
        foreach (var (feature, count) in examples.SelectMany(example => example.Candidates.Append(example.None ?? []).SelectMany(row => row)).CountBy(feature => feature))
        {
            if (count >= RarestFeature)
            {
                cells.Add(feature, new Cell());
            }
        }

        var dice = new Dice(Seed);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            dice.Shuffle(examples);
            var (right, loss) = (0, 0.0);
            foreach (var example in examples)
            {
                var (isRight, logLoss) = Learn(example);
                right += isRight ? 1 : 0;
                loss += logLoss;
            }

            if (epoch > 1)
            {
                Sum();
            }

            if (examples.Length > 0)
            {
                Console.WriteLine($"epoch {epoch}: {(double)right / examples.Length:0.0000} right of {examples.Length}, loss {loss / examples.Length:0.0000}");
            }
        }
    }

    private void Sum()
    {
        foreach (var cell in cells.Values)
        {
            cell.Sum += cell.Weight;
        }
    }

    private (bool IsRight, double Loss) Learn(PronounExample example)
    {
        uint[][] rows = example.None is { } none ? [.. example.Candidates, none] : example.Candidates;
        var truth = example.Truth >= 0 ? example.Truth : rows.Length - 1;
        var scores = rows.Select(Score).ToArray();
        var greatest = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - greatest));
        for (var i = 0; i < rows.Length; i++)
        {
            Change(rows[i], (i == truth ? 1 : 0) - (Math.Exp(scores[i] - greatest) / sum));
        }

        return (scores[truth] >= greatest, Math.Log(sum) + greatest - scores[truth]);
    }

    private double Score(uint[] row) => row.Sum(feature => cells.TryGetValue(feature, out var cell) ? cell.Weight : 0);

    private void Change(uint[] row, double gradient)
    {
        foreach (var feature in row)
        {
            if (cells.TryGetValue(feature, out var cell))
            {
                var slope = gradient - (Decay * cell.Weight);
                cell.Squares += slope * slope;
                cell.Weight += Step * slope / Math.Sqrt(cell.Squares + 1e-6);
            }
        }
    }

    private byte[] Write()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        var weights = cells.Select(cell => (cell.Key, Weight: (int)Math.Round(cell.Value.Sum / (Epochs - 1) * PronounRanker.Scale))).Where(cell => cell.Weight != 0);
        LinearModel.Write(writer, weights.ToDictionary(cell => cell.Key, cell => ((byte, int)[])[(0, cell.Weight)]));
        writer.Flush();
        return memory.ToArray();
    }

    private sealed class Cell
    {
        public double Weight;
        public double Squares;

        /// <summary>Of the weight after each time.</summary>
        public double Sum;
    }
}
