using System.Collections.Immutable;
using System.Text;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the tagger.</summary>
internal static class TaggerTrainer
{
    private const int Epochs = 8;
    private const ulong Seed = 20250101;

    /// <summary>A pair of tags seen fewer times than this is an annotator's slip and is not learnt.</summary>
    private const int RarestTag = 4;

    /// <summary>A word joins the dictionary from this many sightings on.</summary>
    private const int RarestWord = 3;

    /// <summary>A feature seen once tells nothing that the others do not.</summary>
    private const int RarestFeature = 2;

    /// <summary>Every so many sentences are learnt a second time in capitals, and another as many as a headline.</summary>
    private const int RecaseEvery = 25;

    private sealed record Example(WordForm[] Forms, int[] Tags);

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(IReadOnlyList<TreebankSentence> sentences)
    {
        var tags = CollectTags(sentences);
        var known = CollectKnown(sentences, tags);
        var examples = Recase(sentences).Select(sentence => Look(sentence, tags, known)).ToArray();
        var perceptron = new Perceptron(CollectFeatures(examples));
        Learn(perceptron, examples, tags.Count);
        yield return ("tags", Bytes(writer => WriteTags(writer, tags)));
        yield return ("known", Bytes(writer => WriteKnown(writer, known)));
        yield return ("weights", Bytes(writer => LinearModel.Write(writer, perceptron.Average(scale: 24, least: 2))));
    }

    /// <summary>The pair of tags of a treebank's word.</summary>
    public static TagPair PairOf(TreebankWord word) =>
        new(Enum.TryParse<PartOfSpeech>(word.Upos, ignoreCase: true, out var tag) ? tag : PartOfSpeech.X, PennTags.Parse(word.Xpos));

    /// <summary>A sentence's words one after another, parted by blanks.</summary>
    public static (string Text, TextSpan[] Words) Lay(IEnumerable<string> forms)
    {
        var text = new StringBuilder();
        var words = new List<TextSpan>();
        foreach (var form in forms)
        {
            words.Add(new TextSpan(text.Length, text.Length + form.Length));
            text.Append(form).Append(' ');
        }

        return (text.ToString(), [.. words]);
    }

    private static SortedDictionary<TagPair, int> CollectTags(IEnumerable<TreebankSentence> sentences)
    {
        var frequent = sentences.SelectMany(sentence => sentence.Words).CountBy(PairOf).Where(pair => pair.Value >= RarestTag)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Universal).ThenBy(pair => pair.Key.Penn);
        var order = Comparer<TagPair>.Create((left, right) => (left.Universal, left.Penn).CompareTo((right.Universal, right.Penn)));
        var tags = new SortedDictionary<TagPair, int>(order);
        foreach (var (pair, _) in frequent)
        {
            tags.Add(pair, tags.Count);
        }

        return tags;
    }

    /// <summary>Words with the set of tags they were seen with at least one time in ten; each distinct set is one kind.</summary>
    private static SortedDictionary<uint, byte> CollectKnown(IEnumerable<TreebankSentence> sentences, SortedDictionary<TagPair, int> tags)
    {
        var kinds = new Dictionary<string, byte>(StringComparer.Ordinal);
        var known = new SortedDictionary<uint, byte>();
        var words = sentences.SelectMany(sentence => sentence.Words).GroupBy(word => WordForm.KeyOf(word.Form)).Where(group => group.Count() >= RarestWord);
        foreach (var group in words.OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            var seen = group.CountBy(PairOf).Where(pair => pair.Value * 10 >= group.Count() && tags.ContainsKey(pair.Key));
            var kind = string.Join(' ', seen.Select(pair => tags[pair.Key]).Order());
            if (kinds.TryGetValue(kind, out var number) || (kinds.Count < 250 && kinds.TryAdd(kind, number = (byte)kinds.Count)))
            {
                known.Add(group.Key, number);
            }
        }

        return known;
    }

    private static IEnumerable<TreebankSentence> Recase(IReadOnlyList<TreebankSentence> sentences)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            yield return sentences[i];
            if (i % RecaseEvery == 0)
            {
                yield return Recase(sentences[i], form => form.ToUpperInvariant());
            }
            else if (i % RecaseEvery == 1)
            {
                yield return Recase(sentences[i], form => form.Length > 3 ? char.ToUpperInvariant(form[0]) + form[1..] : form);
            }
        }
    }

    private static TreebankSentence Recase(TreebankSentence sentence, Func<string, string> recase) =>
        sentence with { Words = [.. sentence.Words.Select(word => word with { Form = recase(word.Form) })] };

    private static Example Look(TreebankSentence sentence, SortedDictionary<TagPair, int> tags, SortedDictionary<uint, byte> known)
    {
        var (text, words) = Lay(sentence.Words.Select(word => word.Form));
        return new Example(Tagger.Look(text, words, known), [.. sentence.Words.Select(word => tags.GetValueOrDefault(PairOf(word), -1))]);
    }

    private static IEnumerable<uint> CollectFeatures(Example[] examples)
    {
        var counts = new Dictionary<uint, int>();
        var features = new uint[TagFeatures.Count];
        foreach (var example in examples)
        {
            var (last, last2) = (0u, 0u);
            for (var i = 0; i < example.Tags.Length; i++)
            {
                TagFeatures.Fill(example.Forms, i + TagFeatures.Margin, last, last2, features);
                (last, last2) = ((uint)Math.Max(0, example.Tags[i]) + 1, last);
                foreach (var feature in features)
                {
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                }
            }
        }

        return counts.Where(pair => pair.Value >= RarestFeature).Select(pair => pair.Key);
    }

    private static void Learn(Perceptron perceptron, Example[] examples, int classes)
    {
        var dice = new Dice(Seed);
        var features = new uint[TagFeatures.Count];
        var scores = new float[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(examples);
            var (words, right) = (0, 0);
            foreach (var example in examples)
            {
                var (last, last2) = (0u, 0u);
                for (var i = 0; i < example.Tags.Length; i++)
                {
                    TagFeatures.Fill(example.Forms, i + TagFeatures.Margin, last, last2, features);
                    var guess = perceptron.Choose(features, scores);
                    (last, last2) = ((uint)guess + 1, last);
                    if (example.Tags[i] >= 0)
                    {
                        perceptron.Learn(features, example.Tags[i], guess);
                        words++;
                        right += guess == example.Tags[i] ? 1 : 0;
                    }
                }
            }

            Console.WriteLine($"epoch {epoch + 1}: {(double)right / words:0.0000} of {words} words");
        }
    }

    private static void WriteTags(BinaryWriter writer, SortedDictionary<TagPair, int> tags)
    {
        writer.Write((byte)tags.Count);
        foreach (var (pair, _) in tags.OrderBy(pair => pair.Value))
        {
            writer.Write((byte)pair.Universal);
            writer.Write((byte)pair.Penn);
        }
    }

    private static void WriteKnown(BinaryWriter writer, SortedDictionary<uint, byte> known)
    {
        writer.Write(known.Count);
        var last = 0u;
        foreach (var (key, kind) in known)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
            writer.Write(kind);
        }
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        write(writer);
        writer.Flush();
        return memory.ToArray();
    }
}
