using System.Collections.Immutable;

namespace Variorum.Lab.Corpora;

/// <summary>A word of a treebank.</summary>
/// <param name="Form">As printed.</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn tag.</param>
/// <param name="SpaceAfter">Whether a blank follows.</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root.</param>
/// <param name="Relation">To its head.</param>
/// <param name="Name">"B-PER", "I-PER": begins or goes on with a name, where the corpus says it so; else empty.</param>
internal readonly record struct TreebankWord(string Form, string Lemma, string Upos, string Xpos, bool SpaceAfter, int Head = -1, Relation Relation = Relation.Dep, string Name = "");

/// <summary>A sentence of a treebank.</summary>
/// <param name="Document">Id of its document.</param>
/// <param name="OpensParagraph">Whether it is the first of a paragraph.</param>
/// <param name="Text">As printed.</param>
/// <param name="Words">Syntactic words: contractions are parted.</param>
internal sealed record TreebankSentence(string Document, bool OpensParagraph, string Text, ImmutableArray<TreebankWord> Words);

/// <summary>Reads treebanks in CoNLL-U.</summary>
internal static class Treebank
{
    /// <summary>GUM's genres whose licence allows a model trained on them to be shipped (CC BY).</summary>
    private static readonly string[] FreeGenres = ["GUM_news", "GUM_interview", "GUM_academic", "GUM_court"];

    /// <summary>What taggers are trained on.</summary>
    public static ImmutableArray<TreebankSentence> Train(DirectoryInfo data) =>
        [.. Read(data, "treebanks/ewt.train.conllu.gz"), .. Read(data, "treebanks/gum.train.conllu.gz").Where(sentence => IsFree(sentence.Document))];

    public static ImmutableArray<TreebankSentence> EwtDev(DirectoryInfo data) => [.. Read(data, "treebanks/ewt.dev.conllu.gz")];

    /// <summary>GUM's development part, all genres: for measuring only.</summary>
    public static ImmutableArray<TreebankSentence> GumDev(DirectoryInfo data) => [.. Read(data, "treebanks/gum.dev.conllu.gz")];

    /// <summary>Whether a document of GUM may be trained on.</summary>
    public static bool IsFree(string document) => FreeGenres.Any(genre => document.StartsWith(genre, StringComparison.Ordinal));

    /// <summary>The sentences of a file of a folder.</summary>
    public static IEnumerable<TreebankSentence> Read(DirectoryInfo data, string path)
    {
        var (document, opens, text) = ("", true, "");
        var words = ImmutableArray.CreateBuilder<TreebankWord>();
        var tail = (End: 0, SpaceAfter: true);
        foreach (var line in DataFile.Lines(data, path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                (document, opens) = (line[14..], true);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                opens = true;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text = line[9..];
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                AddWord(line.Split('\t'), words, ref tail);
            }
            else if (line.Length == 0 && words.Count > 0)
            {
                yield return new TreebankSentence(document, opens, text, words.DrainToImmutable());
                (opens, tail) = (false, (0, true));
            }
        }
    }

    /// <summary>Parts of a contraction stand together; after the last the contraction's own blank counts.</summary>
    private static void AddWord(string[] cells, ImmutableArray<TreebankWord>.Builder words, ref (int End, bool SpaceAfter) tail)
    {
        var hasSpace = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        var range = cells[0].IndexOf('-', StringComparison.Ordinal);
        if (range > 0)
        {
            tail = (int.Parse(cells[0].AsSpan(range + 1)), hasSpace);
        }
        else if (!cells[0].Contains('.', StringComparison.Ordinal))
        {
            var number = int.Parse(cells[0]);
            var blank = number < tail.End ? false : number == tail.End ? tail.SpaceAfter : hasSpace;
            words.Add(new TreebankWord(cells[1], cells[2], cells[3], cells[4], blank, int.Parse(cells[6]) - 1, Relations.Parse(cells[7]), NameOf(cells[9])));
        }
    }

    private static string NameOf(string misc) =>
        misc.Split('|').FirstOrDefault(field => field.StartsWith("Entity=B-", StringComparison.Ordinal) || field.StartsWith("Entity=I-", StringComparison.Ordinal))?[7..] ?? "";
}
