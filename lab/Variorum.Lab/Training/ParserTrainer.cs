using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Trains the parser.</summary>
internal static class ParserTrainer
{
    private const int Epochs = 6;
    private const ulong Seed = 20250102;

    /// <summary>A feature is learnt when the right trees hold it so often.</summary>
    private const int RarestFeature = 2;

    /// <summary>A feature is kept when it helped to mend so many mistakes.</summary>
    private const int LeastTouched = 5;

    /// <summary>What a weight of one becomes.</summary>
    private const float ActionScale = 32;
    private const float RelationScale = 12;

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var sentences = Treebank.Train(data);
        var tags = Jackknife.Tags(sentences, TagSources.Read(data, models));
        var lemmatizer = Lemmatizer.Read(Parts.Read("lemmas", models));
        return Train([.. sentences.Select((sentence, i) => Look(sentence, tags[i], lemmatizer))]);
    }

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(ParserExample[] examples, int leastTouched = LeastTouched) => Sections(Learn(examples, Epochs), leastTouched);

    /// <summary>Trains.</summary>
    public static ParserLearner Learn(ParserExample[] examples, int epochs)
    {
        var names = Names(examples);
        var learner = new ParserLearner(names, Seed, RarestFeature, examples);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            learner.Learn(examples, explores: epoch > 0);
            Console.WriteLine($"epoch {epoch + 1}: {(double)learner.Tally.Right / learner.Tally.Steps:0.0000} of {learner.Tally.Steps} actions; {learner.Actions.Count} and {learner.Relations.Count} features");
        }

        return learner;
    }

    /// <summary>A treebank's sentence as the parser will see it: with tags and lemmas that a program found.</summary>
    public static ParserExample Look(TreebankSentence sentence, TagPair[] tags, Lemmatizer lemmatizer)
    {
        var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
        var state = new ParserState();
        Parser.Look(state, text, spans, tags, [.. sentence.Words.Select((word, i) => lemmatizer.Lemma(word.Form, tags[i].Penn))]);
        var heads = sentence.Words.Select(word => word.Head < 0 ? sentence.Words.Length + 1 : word.Head + 1);
        return new ParserExample(state.Words[..(spans.Length + 2)], [0, .. heads, 0], [Relation.Dep, .. sentence.Words.Select(word => word.Relation), Relation.Dep]);
    }

    public static IEnumerable<(string Name, byte[] Content)> Sections(ParserLearner learner, int leastTouched)
    {
        yield return ("names", [.. learner.Names.Select(name => (byte)name)]);
        yield return ("actions", ActionTable.Write([.. learner.Actions.Average(leastTouched)
            .Select(row => (row.Key, Round(row.Weights[0]), Round(row.Weights[1]), Round(row.Weights[2])))
            .Where(row => row.Item2 != 0 || row.Item3 != 0 || row.Item4 != 0)]));
        var relations = learner.Relations.Average(leastTouched).OrderByDescending(row => row.Touched).ThenBy(row => row.Key).Take(RowTable.MostRows);
        yield return ("relations", RowTable.Write([.. relations.Select(row => (row.Key, Array.ConvertAll(row.Weights, weight => (sbyte)Math.Clamp(Math.Round(weight * RelationScale), -127, 127))))]));
    }

    private static short Round(float weight) => (short)Math.Clamp(Math.Round(weight * ActionScale), short.MinValue, short.MaxValue);

    /// <summary>The relations that are told apart, most frequent first; rarer ones are learnt as the one before the colon.</summary>
    private static Relation[] Names(IEnumerable<ParserExample> examples)
    {
        var seen = examples.SelectMany(example => example.Relations[1..^1]).Where(name => name != Relation.Root).CountBy(name => name)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key);
        return [.. seen.Concat(Enum.GetValues<Relation>()).Where(name => name != Relation.Root).Distinct().Take(RowTable.Width)];
    }
}
