using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Finds classes of word forms in news and the treebanks' train texts.</summary>
internal static class ClusterTrainer
{
    private const int Classes = 800;
    private const int MostForms = 90000;

    /// <summary>A form seen fewer times stands in too few places to be classed.</summary>
    private const int RarestForm = 10;

    /// <summary>Rounds after which fewer than one form in a hundred still moves.</summary>
    private const int Rounds = 14;

    /// <summary>Beginning of a sentence; rare forms with a small letter, a capital, neither. They keep their own class and are not written.</summary>
    private const int FixedWords = 4;

    /// <summary>Makes the model's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data)
    {
        var heap = new FormHeap();
        foreach (var text in NewsText.Read(data).Concat(Treebank.Train(data).Select(sentence => sentence.Text)))
        {
            heap.Add(text);
        }

        var forms = heap.Frequent(RarestForm, MostForms);
        var exchange = Cluster(heap.Number(forms), forms.Length + FixedWords);
        var paths = new Agglomeration(exchange.Follows, exchange.Sizes, FixedWords).Paths();
        Console.WriteLine($"deepest path {paths.Max(path => path.Length)}");
        var order = Enumerable.Range(0, paths.Length).OrderBy(i => (ulong)paths[i].Bits << (32 - paths[i].Length)).ThenBy(i => paths[i].Length).ToArray();
        var numbers = new ushort[paths.Length];
        for (var i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = (ushort)(i + 1);
        }

        Show(forms, exchange, order);
        var members = forms.Select((form, i) => (Clusters.KeyOf(form), numbers[exchange.ClassOf[i + FixedWords] - FixedWords]));
        return Clusters.Write(members, [.. order.Select(i => paths[i])]);
    }

    /// <summary>Prints each class by its most frequent forms, for a person to judge.</summary>
    private static void Show(string[] forms, Exchange exchange, int[] order)
    {
        var byClass = forms.Select((form, i) => (Form: form, Class: exchange.ClassOf[i + FixedWords] - FixedWords)).ToLookup(member => member.Class, member => member.Form);
        for (var i = 0; i < order.Length; i++)
        {
            Console.WriteLine($"{i + 1}: {string.Join(' ', byClass[order[i]].Take(12))}");
        }
    }

    private static Exchange Cluster(int[] text, int words)
    {
        Console.WriteLine($"{text.Length} words, {words - FixedWords} forms");
        var exchange = new Exchange(Bigrams.Count(text, words), FixedWords, Classes + FixedWords);
        for (var round = 1; round <= Rounds; round++)
        {
            var moved = exchange.Round();
            Console.WriteLine($"round {round}: {moved} moved, perplexity {exchange.Perplexity():0.00}");
        }

        return exchange;
    }
}
