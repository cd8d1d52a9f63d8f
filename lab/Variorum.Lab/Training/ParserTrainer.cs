using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the parser.</summary>
internal static class ParserTrainer
{
    private const ulong Seed = 20250102;

    /// <summary>Teachers; every second one reads sentences from their end, so that they err differently.</summary>
    private const int Teachers = 2;
    private const int TeacherEpochs = 6;

    /// <summary>Words of news that the teachers parse.</summary>
    private const int SilverWords = 500_000;

    /// <summary>A tree is learnt from when it has this share of the teachers' votes.</summary>
    private const double LeastShare = 0.94;

    /// <summary>How often the treebanks are read for each time that the news are.</summary>
    private const int GoldCopies = 2;
    private const int Epochs = 4;

    /// <summary>A feature is learnt when the trees hold it so often.</summary>
    private const int RarestFeature = 2;
    private const int RarestSilverFeature = 3;

    /// <summary>A teacher keeps features that helped to mend so many mistakes.</summary>
    private const int LeastTouched = 2;

    /// <summary>The model keeps as many features as fit its tables, those first that helped to mend most mistakes.</summary>
    private const int MostActionFeatures = 1_600_000;
    private const int MostRelationFeatures = 200_000;

    /// <summary>What a weight of one becomes.</summary>
    private const float RelationScale = 12;

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var lemmatizer = Lemmatizer.Read(Parts.Read("lemmas", models));
        var clusters = Clusters.Read(Parts.Read("clusters", models));
        var sentences = Treebank.Train(data);
        var tags = Jackknife.Tags(sentences, TagSources.Read(data, models));
        ParserExample[] gold = [.. sentences.Select((sentence, i) => Look(sentence, tags[i], lemmatizer, clusters))];
        var annotator = new Annotator(Tagger.Read(Parts.Read("tagger", models)), lemmatizer);
        var news = SilverTrees.Read(data, annotator, clusters, SilverWords);
        return Sections(Learn(WithSilver(gold, news, Teach(gold, clusters)), Epochs, Seed, RarestSilverFeature));
    }

    /// <summary>Parsers that learn from the treebanks alone.</summary>
    private static List<(Parser Parser, bool IsMirrored)> Teach(ParserExample[] gold, Clusters clusters)
    {
        var teachers = new List<(Parser, bool)>();
        for (var number = 0; number < Teachers; number++)
        {
            var isMirrored = number % 2 == 1;
            var examples = isMirrored ? Array.ConvertAll(gold, example => example.Mirror()) : [.. gold];
            var sections = Sections(Learn(examples, TeacherEpochs, Seed + (ulong)number), LeastTouched).ToDictionary(StringComparer.Ordinal);
            teachers.Add((Parser.Read(name => sections[name], clusters), isMirrored));
        }

        return teachers;
    }

    private static ParserExample[] WithSilver(ParserExample[] gold, IEnumerable<ParserExample> news, List<(Parser Parser, bool IsMirrored)> teachers) =>
        [.. Enumerable.Repeat(gold, GoldCopies).SelectMany(copy => copy), .. SilverTrees.Parse(news, teachers, LeastShare)];

    /// <summary>Trains.</summary>
    public static ParserLearner Learn(ParserExample[] examples, int epochs, ulong seed = Seed, int rarest = RarestFeature)
    {
        var learner = new ParserLearner(Names(examples), seed, rarest, examples);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            learner.Learn(examples, explores: epoch > 0);
            Console.WriteLine($"epoch {epoch + 1}: {(double)learner.Tally.Right / learner.Tally.Steps:0.0000} of {learner.Tally.Steps} actions; {learner.Actions.Count} and {learner.Relations.Count} features");
        }

        return learner;
    }

    /// <summary>A treebank's sentence as the parser will see it: with tags and lemmas that a program found, and without punctuation.</summary>
    public static ParserExample Look(TreebankSentence sentence, TagPair[] tags, Lemmatizer lemmatizer, Clusters clusters)
    {
        var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
        return Look(new TaggedWords(text, spans, tags, Lemmas(sentence, tags, lemmatizer)), sentence, clusters);
    }

    /// <summary>The lemmas that the program finds.</summary>
    public static string[] Lemmas(TreebankSentence sentence, TagPair[] tags, Lemmatizer lemmatizer) =>
        [.. sentence.Words.Select((word, i) => lemmatizer.Lemma(word.Form, tags[i].Penn))];

    /// <summary>Words hang on the next word above where a mark stands between; of several roots that this makes the first stands.</summary>
    public static ParserExample Look(in TaggedWords words, TreebankSentence sentence, Clusters clusters)
    {
        var state = new ParserState();
        Parser.Look(state, words, clusters);
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
    /// <param name="leastTouched">A feature is kept when it helped to mend so many mistakes.</param>
    public static IEnumerable<(string Name, byte[] Content)> Sections(ParserLearner learner, int leastTouched = LeastTouched)
    {
        yield return ("names", [.. learner.Names.Select(name => (byte)name)]);
        yield return ("actions", ActionTable.Write([.. Frequent(learner.Actions, leastTouched, MostActionFeatures)
            .Select(row => (row.Key, row.Weights[0], row.Weights[1], row.Weights[2]))]));
        yield return ("relations", RowTable.Write([.. Frequent(learner.Relations, leastTouched, MostRelationFeatures)
            .Select(row => (row.Key, Array.ConvertAll(row.Weights, weight => (sbyte)Math.Clamp(Math.Round(weight * RelationScale), -127, 127))))]));
    }

    private static IEnumerable<(uint Key, float[] Weights)> Frequent(RowPerceptron perceptron, int leastTouched, int most) =>
        perceptron.Average(leastTouched).OrderByDescending(row => row.Touched).ThenBy(row => row.Key).Take(most).Select(row => (row.Key, row.Weights));


    /// <summary>The relations that are told apart, most frequent first; rarer ones are learnt as the one before the colon.</summary>
    private static Relation[] Names(IEnumerable<ParserExample> examples)
    {
        var seen = examples.SelectMany(example => example.Relations[1..^1]).Where(name => name != Relation.Root).CountBy(name => name)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key);
        return [.. seen.Concat(Enum.GetValues<Relation>()).Where(name => name != Relation.Root).Distinct().Take(RowTable.Width)];
    }
}
