using System.Text;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the sentence splitter.</summary>
internal static class SentenceTrainer
{
    private const int Epochs = 12;
    private const ulong Seed = 20250102;
    private const int RarestFeature = 2;

    private sealed record Example(uint[] Features, int Ends)
    {
        public Perceptron.Row[] Rows { get; set; } = [];
    }

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(IEnumerable<TreebankSentence> sentences)
    {
        var examples = Paragraphs(sentences).SelectMany(paragraph => Examples(paragraph.Text, paragraph.Ends)).ToArray();
        var counts = examples.SelectMany(example => example.Features).CountBy(feature => feature);
        var perceptron = new Perceptron(counts.Where(pair => pair.Value >= RarestFeature).Select(pair => pair.Key));
        foreach (var example in examples)
        {
            example.Rows = perceptron.Keep(example.Features);
        }

        var dice = new Dice(Seed);
        var scores = new float[SentenceSplitter.Classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(examples);
            var right = 0;
            foreach (var example in examples)
            {
                var guess = Perceptron.Choose(example.Rows, [], scores);
                perceptron.Learn(example.Rows, [], example.Ends, guess);
                right += guess == example.Ends ? 1 : 0;
            }

            Console.WriteLine($"epoch {epoch + 1}: {(double)right / examples.Length:0.0000} of {examples.Length} places");
        }

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        LinearModel.Write(writer, perceptron.Average(scale: 24, least: 1));
        writer.Flush();
        return [("weights", memory.ToArray())];
    }

    /// <summary>The texts of paragraphs, their sentences parted by a blank, and where those end.</summary>
    public static IEnumerable<(string Text, HashSet<int> Ends)> Paragraphs(IEnumerable<TreebankSentence> sentences)
    {
        var (text, ends) = (new StringBuilder(), new HashSet<int>());
        foreach (var sentence in sentences)
        {
            if (sentence.OpensParagraph && text.Length > 0)
            {
                yield return (text.ToString(), ends);
                (text, ends) = (new StringBuilder(), []);
            }

            text.Append(text.Length > 0 ? " " : "").Append(sentence.Text);
            ends.Add(text.Length);
        }

        yield return (text.ToString(), ends);
    }

    private static List<Example> Examples(string text, HashSet<int> ends)
    {
        var examples = new List<Example>();
        var tokens = new List<TextSpan>();
        Tokenizer.Split(text, new TextSpan(0, text.Length), tokens);
        if (tokens.Count == 0)
        {
            return examples;
        }

        var features = new SentenceFeatures(text, tokens, 0);
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var gap = SentenceSplitter.Look(text, tokens, start, i);
            if (gap.Next < tokens.Count && SentenceSplitter.IsOpen(text, tokens, gap))
            {
                var given = new uint[SentenceFeatures.Count];
                features.Fill(gap, given);
                examples.Add(new Example(given, ends.Contains(tokens[gap.Next - 1].End) ? 1 : 0));
            }

            i = gap.Next - 1;
            if (ends.Contains(tokens[i].End))
            {
                start = i + 1;
            }
        }

        return examples;
    }
}
