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

    private const int Epochs = 4;

    /// <summary>What people marked is seen so many times as often: there is little of it.</summary>
    private const int MarkedTimes = 10;

    private const double Step = 0.1;
    private const double Decay = 1e-4;
    private const ulong Seed = 20250301;
    private const int RarestFeature = 3;

    private readonly Dictionary<uint, Cell> cells = [];

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var ignorant = Load(models, Sections([], Learn([])));
        var genders = CountGenders(data, ignorant);
        var loaded = Load(models, Sections(genders, Learn([])));
        var marked = ChainedText.Train(data).SelectMany(text => MarkedPronouns.Read(text, loaded)).ToArray();
        var gendered = NewsText.Read(data).Where((_, index) => index % ReadOneOf == 0).SelectMany(text => GenderedPronouns.Read(text, loaded)).ToArray();
        Console.WriteLine($"{marked.Length} marked pronouns, {marked.Count(example => example.Truth >= 0)} with a candidate; {gendered.Length} decided by gender");
        return Sections(genders, Learn([.. gendered, .. Enumerable.Repeat(marked, MarkedTimes).SelectMany(examples => examples)]));
    }

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

            Console.WriteLine($"epoch {epoch}: {(double)right / examples.Length:0.0000} right of {examples.Length}, loss {loss / examples.Length:0.0000}");
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
        var weights = cells.Select(cell => (cell.Key, Weight: (int)Math.Round(cell.Value.Weight * PronounRanker.Scale))).Where(cell => cell.Weight != 0);
        LinearModel.Write(writer, weights.ToDictionary(cell => cell.Key, cell => ((byte, int)[])[(0, cell.Weight)]));
        writer.Flush();
        return memory.ToArray();
    }

    private sealed class Cell
    {
        public double Weight;
        public double Squares;
    }
}
