using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>Articles as vectors whose dot product says how far two tell of the same thing, 0 to 1.</summary>
/// <remarks>
/// <para><b>Shape.</b> Three faces laid side by side, each of unit length before its share: all words with the headline
/// and the lead counted more, the names alone, and the headline with the lead alone.</para>
/// <para><b>Method.</b> Log term frequency by inverse document frequency. A word's frequency is a mean of the news at
/// large and of this heap, so that the words a heap has in common (a heap of shootings: "police") stop joining its
/// articles, and a handful of reports of one event keep what they share.</para>
/// <para><b>Order.</b> Terms are numbered in ordinal order: sums come out the same for every order of input.</para>
/// </remarks>
internal static class TermVectors
{
    /// <summary>How many articles the news at large counts for beside the heap. Swept with the faces' shares and
    /// <see cref="StoryClusterer.Threshold"/> over 100, 400 and 2000 on three sets of news grouped by event.</summary>
    private const double Prior = 100;

    /// <summary>As many articles may share a word because they tell of one event: they do not make it common. Of 0, 5 and 10
    /// the last parts a mixed heap as well and keeps far more of a single story together.</summary>
    private const int StorySize = 10;

    /// <summary>A word that this share of articles holds says nothing of what they tell.</summary>
    private const double Commonplace = 0.25;

    private const int LeadTokens = 60;

    private static readonly (TermFace Face, double Share)[] Faces = [(TermFace.Whole, 0.5), (TermFace.Names, 0.25), (TermFace.Lead, 0.25)];

    /// <returns>A vector an article: term and weight, terms ascending.</returns>
    public static ImmutableArray<ImmutableArray<(int Term, double Weight)>> Build(ImmutableArray<Reading> readings, WordTable words)
    {
        var bags = readings.Select(Count).ToList();
        var weights = Weigh(bags, words);
        var keys = bags.SelectMany(b => b.Keys).Distinct().Order().ToList();
        var ids = new Dictionary<(TermFace Face, string Word), int>(keys.Count);
        foreach (var key in keys)
        {
            ids.Add(key, ids.Count);
        }

        return [.. bags.Select(bag => Vector(bag, weights, ids))];
    }

    private static ImmutableArray<(int Term, double Weight)> Vector(
        Dictionary<(TermFace Face, string Word), int> bag,
        Dictionary<string, double> weights,
        Dictionary<(TermFace Face, string Word), int> ids)
    {
        var vector = new List<(int Term, double Weight)>(bag.Count);
        foreach (var (face, share) in Faces)
        {
            var terms = bag.Where(e => e.Key.Face == face && weights[e.Key.Word] > 0)
                .Select(e => (Term: ids[e.Key], Weight: (1 + Math.Log(e.Value)) * weights[e.Key.Word]))
                .OrderBy(e => e.Term).ToList();
            var length = Math.Sqrt(terms.Sum(e => e.Weight * e.Weight));
            vector.AddRange(terms.Select(e => (e.Term, e.Weight * Math.Sqrt(share) / length)));
        }

        return [.. vector.OrderBy(e => e.Term)];
    }

    private static Dictionary<string, double> Weigh(List<Dictionary<(TermFace Face, string Word), int>> bags, WordTable words)
    {
        var held = bags.SelectMany(b => b.Keys.Where(k => k.Face == TermFace.Whole).Select(k => k.Word))
            .CountBy(w => w, StringComparer.Ordinal);
        return held.ToDictionary(e => e.Key, e => Weight(e.Key, e.Value, bags.Count, words), StringComparer.Ordinal);
    }

    private static double Weight(string word, int held, int articles, WordTable words)
    {
        var known = Math.Exp(-words.Idf(word));
        var rate = Math.Max(known, (Math.Max(held - StorySize, 0) + (Prior * known)) / (articles + Prior));
        // Figures recur by chance (days, hours, sums) more than words of the same rarity do.
        return rate > Commonplace ? 0 : -Math.Log(rate) * (char.IsAsciiDigit(word[0]) ? 0.5 : 1);
    }

    private static Dictionary<(TermFace Face, string Word), int> Count(Reading reading)
    {
        var bag = new Dictionary<(TermFace Face, string Word), int>();
        void Add(TermFace face, string word, int times) =>
            bag[(face, word)] = bag.GetValueOrDefault((face, word)) + times;

        foreach (var term in ArticleTerms.OfText(reading.Document))
        {
            var inLead = term.Token < LeadTokens;
            Add(TermFace.Whole, term.Word, inLead ? 2 : 1);
            if (inLead)
            {
                Add(TermFace.Lead, term.Word, 1);
            }

            if (term.IsName)
            {
                Add(TermFace.Names, term.Word, 1);
            }
        }

        foreach (var word in ArticleTerms.OfHeadline(reading))
        {
            Add(TermFace.Whole, word, 3);
            Add(TermFace.Lead, word, 1);
        }

        return bag;
    }

    /// <summary>Under which view of an article a term counts.</summary>
    private enum TermFace
    {
        Whole,
        Names,
        Lead,
    }
}
