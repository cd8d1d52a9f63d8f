using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the parser.</summary>
internal static class ParserTrainer
{
    private const ulong Seed = 20250102;

    private static readonly Measures TeacherSize = new(Width: 128, Layers: 4, Hidden: 256, Epochs: 12);
    private static readonly Measures Size = new(Width: 96, Layers: 3, Hidden: 128, Epochs: 7);

    /// <summary>Teachers; the last reads sentences from their end, so that it errs differently.</summary>
    private const int Teachers = 3;

    /// <summary>Words of news that the teachers parse.</summary>
    private const int SilverWords = 1_200_000;

    /// <summary>A tree is learnt from when it has this share of the teachers' votes.</summary>
    private const double LeastShare = 0.9;

    /// <summary>How often the treebanks are read for each time that the news are.</summary>
    private const int GoldCopies = 2;

    /// <summary>A form has a row of its own when the treebanks hold it so often, or the news.</summary>
    private const int RarestForm = 2;
    private const int RarestSilverForm = 8;

    private const int NamesKept = 48;

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var lemmatizer = Lemmatizer.Read(Parts.Read("lemmas", models));
        var clusters = Clusters.Read(Parts.Read("clusters", models));
        var sentences = Treebank.Train(data);
        var tags = Jackknife.Tags(sentences, TagSources.Read(data, models));
        var news = SilverTrees.Read(data, new Annotator(Tagger.Read(Parts.Read("tagger", models)), lemmatizer), SilverWords);
        var known = Forms(sentences, news);
        var forms = FormTable.Write(known);
        var table = FormTable.Read(forms);
        var rows = ParserWord.UnknownRow + 1 + known.Length;
        ParserExample[] gold = [.. sentences.Select((sentence, i) => Look(sentence, tags[i], lemmatizer, clusters, table))];
        var teachers = Teach(gold, TeacherSize.Shape(rows), sections => Parser.Read(name => sections[name], clusters), forms);
        ParserExample[] silver = [.. SilverTrees.Parse(news.Select(sentence => SilverTrees.Look(sentence.Document, sentence.Sentence, clusters, table)), teachers, LeastShare)];
        Console.WriteLine($"{silver.Length} of {news.Count} sentences of news, {silver.Sum(example => example.Count)} words");
        return Sections(Learn([.. Enumerable.Repeat(gold, GoldCopies).SelectMany(copy => copy), .. silver], Size.Shape(rows), Size.Epochs), forms);
    }

    /// <summary>Parsers that learn from the treebanks alone.</summary>
    private static List<(Parser Parser, bool IsMirrored)> Teach(ParserExample[] gold, ParserShape shape, Func<Dictionary<string, byte[]>, Parser> read, byte[] forms)
    {
        var teachers = new List<(Parser, bool)>();
        for (var number = 0; number < Teachers; number++)
        {
            var isMirrored = number == Teachers - 1;
            ParserExample[] examples = isMirrored ? Array.ConvertAll(gold, example => example.Mirror()) : [.. gold];
            var learner = Learn(examples, shape, TeacherSize.Epochs, Seed + (ulong)number);
            teachers.Add((read(Sections(learner, forms).ToDictionary(StringComparer.Ordinal)), isMirrored));
        }

        return teachers;
    }

    /// <summary>Trains.</summary>
    public static ParserLearner Learn(ParserExample[] examples, ParserShape shape, int epochs, ulong seed = Seed)
    {
        var learner = new ParserLearner(shape, Names(examples), seed, examples);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            learner.Learn(examples, epoch, epochs);
            Console.WriteLine($"epoch {epoch + 1}: {(double)learner.Tally.Right / learner.Tally.Steps:0.0000} of {learner.Tally.Steps} actions");
        }

        return learner;
    }

    /// <summary>The forms that have a row of their own and their numbers, most frequent first.</summary>
    private static (uint Key, ushort Number)[] Forms(IEnumerable<TreebankSentence> sentences, IEnumerable<(Document Document, Sentence Sentence)> news)
    {
        var gold = sentences.SelectMany(sentence => sentence.Words).CountBy(word => WordForm.KeyOf(word.Form)).Where(pair => pair.Value >= RarestForm);
        var silver = news.SelectMany(sentence => Enumerable.Range(sentence.Sentence.First, sentence.Sentence.End - sentence.Sentence.First)
            .Select(token => sentence.Document.Tokens[token]).Select(token => WordForm.KeyOf(sentence.Document.Text.AsSpan(token.Start, token.End - token.Start))))
            .CountBy(key => key).Where(pair => pair.Value >= RarestSilverForm);
        return [.. gold.Concat(silver).GroupBy(pair => pair.Key, (key, counts) => (Key: key, Count: counts.Sum(count => count.Value)))
            .OrderByDescending(form => form.Count).ThenBy(form => form.Key).Take(ushort.MaxValue).Select((form, i) => (form.Key, (ushort)(i + 1)))];
    }

    /// <summary>A treebank's sentence as the parser will see it: with tags and lemmas that a program found, and without punctuation.</summary>
    public static ParserExample Look(TreebankSentence sentence, TagPair[] tags, Lemmatizer lemmatizer, Clusters clusters, FormTable forms)
    {
        var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
        return Look(new TaggedWords(text, spans, tags, Lemmas(sentence, tags, lemmatizer)), sentence, clusters, forms);
    }

    /// <summary>The lemmas that the program finds.</summary>
    public static string[] Lemmas(TreebankSentence sentence, TagPair[] tags, Lemmatizer lemmatizer) =>
        [.. sentence.Words.Select((word, i) => lemmatizer.Lemma(word.Form, tags[i].Penn))];

    /// <summary>Words hang on the next word above where a mark stands between; of several roots that this makes the first stands.</summary>
    public static ParserExample Look(in TaggedWords words, TreebankSentence sentence, Clusters clusters, FormTable forms)
    {
        var state = new ParserState();
        Parser.Look(state, words, clusters, forms);
        var (heads, relations) = (new int[state.Root + 1], new Relation[state.Root + 1]);
        var numbers = new int[words.Count];
        for (int i = 0, number = 0; i < numbers.Length; i++)
        {
            numbers[i] = words.IsMark(i) ? 0 : ++number;
        }

        var root = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] == 0)
            {
                continue;
            }

            var head = sentence.Words[i].Head;
            while (head >= 0 && numbers[head] == 0)
            {
                head = sentence.Words[head].Head;
            }

            var word = numbers[i];
            (heads[word], relations[word]) = head >= 0 ? (numbers[head], sentence.Words[i].Relation) : root == 0 ? (state.Root, Relation.Root) : (root, Relation.Parataxis);
            root = head < 0 && root == 0 ? word : root;
        }

        return new ParserExample(state.Words[..(state.Root + 1)], heads, relations);
    }

    /// <summary>The model's sections as they are at this moment.</summary>
    /// <param name="learner">The parser in training.</param>
    /// <param name="forms">The forms that have rows.</param>
    public static IEnumerable<(string Name, byte[] Content)> Sections(ParserLearner learner, byte[] forms) =>
        [("names", [.. learner.Names.Select(name => (byte)name)]), ("forms", forms), .. learner.Network().Write()];

    /// <summary>The relations that are told apart, most frequent first; rarer ones are learnt as the one before the colon.</summary>
    private static Relation[] Names(IEnumerable<ParserExample> examples)
    {
        var seen = examples.SelectMany(example => example.Relations[1..^1]).Where(name => name != Relation.Root).CountBy(name => name)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key);
        return [.. seen.Concat(Enum.GetValues<Relation>()).Where(name => name != Relation.Root).Distinct().Take(NamesKept)];
    }

    /// <summary>How large a network is, and how often it reads the sentences.</summary>
    private sealed record Measures(int Width, int Layers, int Hidden, int Epochs)
    {
        public ParserShape Shape(int rows) => new(rows, Width, Layers, Hidden, NamesKept);
    }
}
