using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Tags a treebank with taggers that have not seen the sentences they tag, so that the parser learns from tags as it will get them.</summary>
internal static class Jackknife
{
    private const int Folds = 5;

    /// <summary>Each sentence's tags; document by document, so that no tagger knows a document's names.</summary>
    public static TagPair[][] Tags(IReadOnlyList<TreebankSentence> sentences, TagSources sources)
    {
        var tags = new TagPair[sentences.Count][];
        var documents = sentences.Select(sentence => sentence.Document).Distinct(StringComparer.Ordinal).Select((name, number) => (name, number % Folds)).ToDictionary(StringComparer.Ordinal);
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var tagger = Tagger.Read(InMemory("tagger", TaggerTrainer.Train([.. sentences.Where(sentence => documents[sentence.Document] != fold)], sources)));
            for (var i = 0; i < sentences.Count; i++)
            {
                if (documents[sentences[i].Document] == fold)
                {
                    tags[i] = Tag(tagger, sentences[i]);
                }
            }
        });
        return tags;
    }

    /// <summary>Tags gold words.</summary>
    public static TagPair[] Tag(Tagger tagger, TreebankSentence sentence)
    {
        var (text, words) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
        var tags = new TagPair[words.Length];
        tagger.Tag(text, words, tags);
        return tags;
    }

    /// <summary>A model that was just made, without a file.</summary>
    public static ModelFile InMemory(string name, IEnumerable<(string Name, byte[] Content)> sections)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, name, sections);
        return ModelFile.Read(name, _ => new MemoryStream(stream.ToArray(), writable: false));
    }
}
