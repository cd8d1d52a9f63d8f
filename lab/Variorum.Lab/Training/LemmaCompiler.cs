using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Training;

/// <summary>Compiles the forms whose dictionary forms no rule finds.</summary>
/// <remarks>
/// Words of the treebanks give theirs outright. For the words of a dictionary the regular forms are made; where the rules
/// do not lead back, the form becomes an exception.
/// </remarks>
internal static class LemmaCompiler
{
    /// <summary>A lemma that the treebanks give a form only once may be a slip.</summary>
    private const int RarestLemma = 2;

    public static IEnumerable<(string Name, byte[] Content)> Compile(IReadOnlyList<TreebankSentence> sentences, IEnumerable<(char Pos, string Lemma)> words)
    {
        var exceptions = new SortedDictionary<(PennTag Tag, string Form), string>(Comparer<(PennTag Tag, string Form)>.Create(
            (left, right) => left.Tag != right.Tag ? left.Tag.CompareTo(right.Tag) : string.CompareOrdinal(left.Form, right.Form)));
        foreach (var (form, lemma) in FromTreebanks(sentences).Concat(FromWords(words)))
        {
            exceptions.TryAdd(form, lemma);
        }

        var plain = exceptions.Where(pair => !string.Equals(Plain(pair.Key.Form, pair.Key.Tag), pair.Value, StringComparison.Ordinal)).ToArray();
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(plain.Length);
        foreach (var (key, lemma) in plain)
        {
            writer.Write((byte)key.Tag);
            writer.Write(key.Form);
            writer.Write(lemma);
        }

        writer.Flush();
        return [("exceptions", memory.ToArray())];
    }

    private static string Plain(string form, PennTag tag) => Lemmatizer.WithoutExceptions.Lemma(form, tag);

    private static IEnumerable<((PennTag, string), string)> FromTreebanks(IReadOnlyList<TreebankSentence> sentences)
    {
        var words = sentences.SelectMany(sentence => sentence.Words).Where(word => word.Form.Length > 1 && char.IsLetter(word.Form[^1]));
        foreach (var group in words.GroupBy(word => (Tag: Lemmatizer.KindOf(PennTags.Parse(word.Xpos)), Form: Lemmatizer.Fold(word.Form))))
        {
            var isName = group.Key.Tag == PennTag.NNPS;
            var (lemma, count) = group.CountBy(word => isName ? Lemmatizer.Fold(word.Lemma) : word.Lemma).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
            if (count >= RarestLemma && group.Key.Tag is not (PennTag.NNP or PennTag.ADD or PennTag.None or PennTag.XX or PennTag.GW))
            {
                yield return (group.Key, lemma);
            }
        }
    }

    private static IEnumerable<((PennTag, string), string)> FromWords(IEnumerable<(char Pos, string Lemma)> words) =>
        words.SelectMany(word => Forms(word.Pos, word.Lemma), (word, form) => (form, word.Lemma));

    /// <summary>A word's regular forms.</summary>
    public static IEnumerable<(PennTag Tag, string Form)> Forms(char pos, string lemma) => pos switch
    {
        'v' => Verb(lemma),
        'n' => [(PennTag.NNS, EndingS(lemma))],
        _ => lemma.Length <= 7 ? [(PennTag.JJR, Ending(lemma, "er")), (PennTag.JJS, Ending(lemma, "est"))] : [],
    };

    private static IEnumerable<(PennTag, string)> Verb(string lemma)
    {
        yield return (PennTag.VBZ, EndingS(lemma));
        yield return (PennTag.VBD, Ending(lemma, "ed"));
        yield return (PennTag.VBG, Ending(lemma, "ing"));
        if (lemma is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'a' or 'e' or 'i' or 'o' or 'u', not ('a' or 'e' or 'i' or 'o' or 'u' or 'w' or 'x' or 'y')])
        {
            yield return (PennTag.VBD, lemma + lemma[^1] + "ed");
            yield return (PennTag.VBG, lemma + lemma[^1] + "ing");
        }
    }

    private static string EndingS(string lemma) => lemma switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => lemma + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => lemma[..^1] + "ies",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'o'] => lemma + "es",
        _ => lemma + "s",
    };

    private static string Ending(string lemma, string ending) => lemma switch
    {
        [.., 'e'] when ending[0] == 'e' => lemma + ending[1..],
        [.., 'i', 'e'] => lemma[..^2] + "y" + ending,
        [.., not ('e' or 'o' or 'y'), 'e'] => lemma[..^1] + ending,
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] when ending[0] == 'e' => lemma[..^1] + "i" + ending,
        _ => lemma + ending,
    };
}
