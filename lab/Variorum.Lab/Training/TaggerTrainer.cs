using System.Collections.Immutable;
using System.Text;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the tagger.</summary>
internal static class TaggerTrainer
{
    private const int Epochs = 9;
    private const ulong Seed = 20250101;

    /// <summary>A pair of tags seen fewer times than this is an annotator's slip and is not learnt.</summary>
    private const int RarestTag = 4;

    /// <summary>A feature seen once tells nothing that the others do not.</summary>
    private const int RarestFeature = 2;

    /// <summary>Every so many sentences are learnt a second time in capitals, and another as many as a headline.</summary>
    private const int RecaseEvery = 25;

    private sealed record Example(WordForm[] Forms, int[] Tags)
    {
        /// <summary>What each word's own features and those of pairs are worth, in training; null for words that need no choice.</summary>
        public Perceptron.Row[]?[] Rows { get; set; } = [];
    }

    /// <summary>Makes the model's sections.</summary>
    /// <param name="sentences">What is learnt.</param>
    /// <param name="sources">What is known of words besides.</param>
    public static IEnumerable<(string Name, byte[] Content)> Train(IReadOnlyList<TreebankSentence> sentences, TagSources sources)
    {
        var tags = CollectTags(sentences);
        var known = new TagKinds(sentences, tags);
        (string Name, byte[] Content)[] sections =
        [
            ("tags", Bytes(writer => WriteTags(writer, tags))),
            ("known", FormTable.Write(known.Words)),
            ("sure", known.Sure),
            ("listed", FormTable.Write([.. sources.Lists.OrderBy(pair => pair.Key).Select(pair => (pair.Key, (ushort)pair.Value))])),
            .. sources.Clusters,
        ];
        var lexicon = TagLexicon.Read(Jackknife.InMemory("tagger", sections));
        var examples = Recase(sentences).Select(sentence => Look(sentence, tags, lexicon)).ToArray();
        var perceptron = new Perceptron(CollectFeatures(examples));
        foreach (var example in examples)
        {
            example.Rows = KeepRows(perceptron, example, lexicon);
        }

        Learn(perceptron, examples, lexicon, tags.Count);
        return [.. sections, ("weights", Bytes(writer => LinearModel.Write(writer, perceptron.Average(scale: 16, least: 2))))];
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

    private static Example Look(TreebankSentence sentence, SortedDictionary<TagPair, int> tags, TagLexicon lexicon)
    {
        var (text, words) = Lay(sentence.Words.Select(word => word.Form));
        return new Example(Tagger.Look(text, words, lexicon), [.. sentence.Words.Select(word => tags.GetValueOrDefault(PairOf(word), -1))]);
    }

    private static IEnumerable<uint> CollectFeatures(Example[] examples)
    {
        var counts = new Dictionary<uint, int>();
        var tagFeatures = new uint[TagFeatures.TagCount];
        foreach (var example in examples)
        {
            var (last, last2) = (0u, 0u);
            for (var i = 0; i < example.Tags.Length; i++)
            {
                TagFeatures.FillTags(example.Forms, i + TagFeatures.Margin, last, last2, tagFeatures);
                (last, last2) = ((uint)Math.Max(0, example.Tags[i]) + 1, last);
                foreach (var feature in FixedFeatures(example, i).Concat(tagFeatures))
                {
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                }
            }
        }

        return counts.Where(pair => pair.Value >= RarestFeature).Select(pair => pair.Key);
    }

    /// <summary>All features of a word that no tag enters.</summary>
    private static List<uint> FixedFeatures(Example example, int at)
    {
        var fixedFeatures = new List<uint>();
        Span<uint> features = stackalloc uint[TagFeatures.OwnCount + TagFeatures.PairCount];
        for (var place = 0; place < TagFeatures.Places; place++)
        {
            var count = TagFeatures.FillWord(example.Forms[at + TagFeatures.Margin + TagFeatures.Offset(place)], place, features);
            fixedFeatures.AddRange(features[..count]);
        }

        TagFeatures.FillPairs(example.Forms, at + TagFeatures.Margin, features);
        fixedFeatures.AddRange(features[..TagFeatures.PairCount]);
        return fixedFeatures;
    }

    private static Perceptron.Row[]?[] KeepRows(Perceptron perceptron, Example example, TagLexicon lexicon)
    {
        var rows = new Perceptron.Row[]?[example.Tags.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (lexicon.SureTag(example.Forms[i + TagFeatures.Margin]) == TagLexicon.Unsure)
            {
                rows[i] = perceptron.Keep([.. FixedFeatures(example, i)]);
            }
        }

        return rows;
    }

    private static void Learn(Perceptron perceptron, Example[] examples, TagLexicon lexicon, int classes)
    {
        var dice = new Dice(Seed);
        var scores = new float[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            dice.Shuffle(examples);
            var (words, right) = (0, 0);
            foreach (var example in examples)
            {
                var (seen, good) = Learn(perceptron, example, lexicon, scores);
                (words, right) = (words + seen, right + good);
            }

            Console.WriteLine($"epoch {epoch + 1}: {(double)right / words:0.0000} of {words} words");
        }
    }

    private static (int Words, int Right) Learn(Perceptron perceptron, Example example, TagLexicon lexicon, float[] scores)
    {
        var features = new uint[TagFeatures.TagCount];
        var (words, right) = (0, 0);
        var (last, last2) = (0u, 0u);
        for (var i = 0; i < example.Tags.Length; i++)
        {
            var guess = (int)lexicon.SureTag(example.Forms[i + TagFeatures.Margin]);
            if (example.Rows[i] is { } given)
            {
                TagFeatures.FillTags(example.Forms, i + TagFeatures.Margin, last, last2, features);
                var more = perceptron.Keep(features);
                guess = Perceptron.Choose(given, more, scores);
                if (example.Tags[i] >= 0)
                {
                    perceptron.Learn(given, more, example.Tags[i], guess);
                    words++;
                    right += guess == example.Tags[i] ? 1 : 0;
                }
            }

            (last, last2) = ((uint)guess + 1, last);
        }

        return (words, right);
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

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        write(writer);
        writer.Flush();
        return memory.ToArray();
    }
}
