using System.Collections.Frozen;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Counts words over news and turns their company into vectors.</summary>
/// <remarks>
/// <b>Method.</b> Positive pointwise mutual information with smoothed contexts (Levy, Goldberg and Dagan, 2015), reduced
/// by a randomised eigendecomposition (Halko, Martinsson and Tropp, 2011).
/// </remarks>
internal sealed class WordTableTrainer
{
    /// <summary>One article of so many is read: the figures gain nothing measurable from more.</summary>
    private const int ReadOneOf = 3;

    private const int Words = 30000;
    private const int Dimensions = 64;
    private const int RarestDocuments = 5;

    /// <summary>Words to each side that count as company; words of grammar are passed over.</summary>
    private const int Window = 5;

    /// <summary>Parts of speech that keep company with everything.</summary>
    private static readonly FrozenSet<PartOfSpeech> Grammar = FrozenSet.Create(
        PartOfSpeech.Adp, PartOfSpeech.Aux, PartOfSpeech.Cconj, PartOfSpeech.Det, PartOfSpeech.Part, PartOfSpeech.Pron, PartOfSpeech.Sconj);

    private readonly Dictionary<uint, int> documentCounts = [];
    private readonly List<uint[]> texts = [];

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var annotator = new Annotator(Tagger.Read(Parts.Read("tagger", models)), Lemmatizer.Read(Parts.Read("lemmas", models)));
        var trainer = new WordTableTrainer();
        foreach (var text in NewsText.Read(data).Where((_, index) => index % ReadOneOf == 0))
        {
            trainer.Add(annotator.Annotate(text));
        }

        return trainer.Compile();
    }

    private void Add(Document document)
    {
        var seen = new HashSet<uint>();
        var words = new List<uint>(document.Tokens.Length);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var token = document.Tokens[i];
                if (!char.IsLetter(document.Form(i)[0]))
                {
                    continue;
                }

                var key = WordTable.KeyOf(token.Lemma);
                seen.Add(key);
                if (!Grammar.Contains(token.Tag))
                {
                    words.Add(key);
                }
            }

            words.Add(0);
        }

        foreach (var word in seen)
        {
            documentCounts[word] = documentCounts.GetValueOrDefault(word) + 1;
        }

        texts.Add([.. words]);
    }

    private List<(string Name, byte[] Content)> Compile()
    {
        var chosen = documentCounts.Where(pair => pair.Value >= RarestDocuments).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Words).OrderBy(pair => pair.Key).ToArray();
        Console.WriteLine($"{texts.Count} articles, {texts.Sum(text => text.Length)} words, {chosen.Length} lemmas");
        var company = Company.Count(Number(chosen), chosen.Length, Window);
        var vectors = new Eigenvectors(company, Dimensions).Compute();
        return [("words", WriteWords(chosen)), ("vectors", Quantise(vectors))];
    }

    /// <summary>Texts as numbers of chosen words; -1 parts sentences.</summary>
    private IEnumerable<int[]> Number(KeyValuePair<uint, int>[] chosen)
    {
        var numbers = new Dictionary<uint, int> { [0] = -1 };
        for (var i = 0; i < chosen.Length; i++)
        {
            numbers.Add(chosen[i].Key, i);
        }

        return texts.Select(text => text.Where(numbers.ContainsKey).Select(word => numbers[word]).ToArray());
    }

    private byte[] WriteWords(KeyValuePair<uint, int>[] chosen)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(chosen.Length);
        writer.Write(Dimensions);
        writer.Write(texts.Count);
        var last = 0u;
        foreach (var (key, count) in chosen)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
            writer.Write7BitEncodedInt(count);
        }

        writer.Flush();
        return memory.ToArray();
    }

    private static byte[] Quantise(float[][] vectors)
    {
        var cells = new byte[vectors.Length * Dimensions];
        for (var i = 0; i < vectors.Length; i++)
        {
            var greatest = vectors[i].Max(Math.Abs);
            for (var k = 0; k < Dimensions && greatest > 0; k++)
            {
                cells[(i * Dimensions) + k] = (byte)(sbyte)MathF.Round(vectors[i][k] / greatest * 127);
            }
        }

        return cells;
    }
}
