using Variorum.Annotating;
using Variorum.Lab.Compiling;
using Variorum.Lab.Corpora;
using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Lab.Training;

/// <summary>Trains <c>models/names.model</c>.</summary>
internal static class NameTrainer
{
    /// <summary>One silver article in so many is read: more drown the judgement of people (measured on Universal NER's development part).</summary>
    private const int SilverOneIn = 4;

    /// <summary>Chosen on Universal NER's development part and, with WikiGold left out of training, on WikiGold.</summary>
    private static readonly ChainOptions Options = new() { Epochs = 8, Rate = 0.05f, Decay = 2e-6f, Hidden = 0.3f, RarestFeature = 1 };

    /// <summary>The model's sections, learnt from every set that may be.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models) =>
        Train(new NameListCompiler(data).Compile(), Clusters.Read(Parts.Read("clusters", models)), [NameCorpus.Ewt(data), NameCorpus.WikiGold(data), NameCorpus.Politics(data), NameCorpus.Gum(data), NameCorpus.Silver(data, SilverOneIn)]);

    /// <summary>The model's sections, learnt from the given sets.</summary>
    /// <param name="lists">The section of lists.</param>
    /// <param name="clusters">The classes of words.</param>
    /// <param name="corpora">The sets.</param>
    public static IEnumerable<(string Name, byte[] Content)> Train(byte[] lists, Clusters clusters, IReadOnlyCollection<NameCorpus> corpora)
    {
        var table = NameLists.Read(lists);
        var examples = corpora.SelectMany(corpus => corpus.Texts.SelectMany(text => Look(corpus, text, table, clusters))).ToList();
        yield return ("lists", lists);
        yield return ("chain", ChainTrainer.Train(examples, NameTagger.Labels, ChainLabels.CanFollow, Options, Console.WriteLine));
    }

    private static IEnumerable<ChainExample> Look(NameCorpus corpus, NamedText text, NameLists lists, Clusters clusters)
    {
        var document = NameCorpus.Cut(text.Text);
        var view = new NameView(document, lists, clusters);
        var allowed = corpus.Allowed(text, view);
        var places = new uint[NameFeatures.Most];
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            yield return Look(view, s, allowed, places);
        }
    }

    private static ChainExample Look(NameView view, int number, ulong[] allowed, uint[] places)
    {
        var sentence = view.Document.Sentences[number];
        var look = new NameFeatures(view, number, places);
        var starts = new int[sentence.End - sentence.First + 1];
        var features = new List<uint>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            features.AddRange(look.Of(i));
            starts[i - sentence.First + 1] = features.Count;
        }

        return new ChainExample(starts, [.. features], allowed[sentence.First..sentence.End]);
    }
}
