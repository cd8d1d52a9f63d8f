using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>Articles as vectors, one for each view: a dot product of two says how far they tell of the same thing, 0 to 1.</summary>
/// <remarks>
/// <para><b>Shape.</b> For each article and each <see cref="TermFace"/> the terms that tell most, ascending, with weights of
/// unit length together.</para>
/// <para><b>Method.</b> Log term frequency by inverse document frequency. A word's frequency is a mean of the news at
/// large and of this heap, so that the words a heap has in common (a heap of shootings: "police") stop joining its
/// articles, and a handful of reports of one event keep what they share.</para>
/// <para><b>Order.</b> Terms are numbered in ordinal order: sums come out the same for every order of input.</para>
/// </remarks>
internal sealed class TermVectors
{
    /// <summary>How many articles the news at large counts for beside the heap.</summary>
    private const double Prior = 100;

    /// <summary>As many articles may share a word because they tell of one event: they do not make it common.</summary>
    private const int StorySize = 10;

    /// <summary>A word that this share of articles holds says nothing of what they tell.</summary>
    private const double Commonplace = 0.25;

    private const int MostOfWhole = 60;
    private const int MostOfOther = 40;

    private readonly WordTable words;
    private readonly int articles;
    private readonly Dictionary<string, int> heldWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> heldPairs = new(StringComparer.Ordinal);
    private readonly Dictionary<(TermFace Face, string Word), int> numbers = [];

    private TermVectors(WordTable words, int articles) => (this.words, this.articles) = (words, articles);

    /// <summary>How many views there are.</summary>
    public static int Faces { get; } = Enum.GetValues<TermFace>().Length;

    /// <returns>For each article a vector a view, by the view's number.</returns>
    public static ImmutableArray<ImmutableArray<(int Term, float Weight)>[]> Build(ImmutableArray<Article> articles, WordTable words)
    {
        var counter = new TermCounter(words);
        var bags = articles.Select(counter.Count).ToList();
        var vectors = new TermVectors(words, articles.Length);
        foreach (var (face, word) in bags.SelectMany(bag => bag.Keys))
        {
            if (face is TermFace.Whole or TermFace.NamePairs)
            {
                var held = face == TermFace.Whole ? vectors.heldWords : vectors.heldPairs;
                held[word] = held.GetValueOrDefault(word) + 1;
            }
        }

        foreach (var key in bags.SelectMany(bag => bag.Keys).Distinct().OrderBy(key => key.Face).ThenBy(key => key.Word, StringComparer.Ordinal))
        {
            vectors.numbers.Add(key, vectors.numbers.Count);
        }

        return [.. bags.Select(vectors.Vector)];
    }

    private ImmutableArray<(int Term, float Weight)>[] Vector(Dictionary<(TermFace Face, string Word), int> bag)
    {
        var terms = new List<(int Term, double Weight)>[Faces];
        for (var face = 0; face < Faces; face++)
        {
            terms[face] = [];
        }

        foreach (var (key, count) in bag)
        {
            if (Weight(key.Face, key.Word) is > 0 and var weight)
            {
                terms[(int)key.Face].Add((numbers[key], (1 + Math.Log(count)) * weight));
            }
        }

        return [.. terms.Select((list, face) => Unit(list, face == (int)TermFace.Whole ? MostOfWhole : MostOfOther))];
    }

    private static ImmutableArray<(int Term, float Weight)> Unit(List<(int Term, double Weight)> terms, int most)
    {
        var kept = terms.OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(most).OrderBy(term => term.Term).ToList();
        var length = Math.Sqrt(kept.Sum(term => term.Weight * term.Weight));
        return [.. kept.Select(term => (term.Term, (float)(term.Weight / length)))];
    }

    private double Weight(TermFace face, string word)
    {
        if (face == TermFace.NamePairs)
        {
            return -Math.Log((Math.Max(heldPairs[word] - StorySize, 0) + 1) / (articles + Prior));
        }

        var known = Math.Exp(-words.Idf(word));
        var rate = Math.Max(known, (Math.Max(heldWords[word] - StorySize, 0) + (Prior * known)) / (articles + Prior));
        // Figures recur by chance (days, hours, sums) more than words of the same rarity do.
        return rate > Commonplace ? 0 : -Math.Log(rate) * (char.IsAsciiDigit(word[0]) ? 0.5 : 1);
    }
}
