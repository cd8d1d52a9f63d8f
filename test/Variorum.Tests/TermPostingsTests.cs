using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class TermPostingsTests
{
    private const int Longest = 300;
    private const int Window = 400;

    /// <summary>Term 1 in every article, term 2 in every other, and so on; long enough for blocks to grow, to be given back and to be used again.</summary>
    [Fact]
    public void Finds_the_articles_of_the_window_that_hold_a_term() => Prop.ForAll(Gen.Choose(1, 97).Two().ToArbitrary(), seed =>
    {
        var postings = new TermPostings();
        var held = new Dictionary<uint, List<int>>();
        for (var article = 0; article < 3000; article++)
        {
            var oldest = Math.Max(0, article - Window);
            uint[] terms = [.. Enumerable.Range(1, 60).Where(term => article % term == 0).Select(term => (uint)term), (uint)(1000 + (article * seed.Item1 / seed.Item2))];
            postings.Seek(Sketch(terms));
            for (var t = 0; t < terms.Length; t++)
            {
                var known = held.GetValueOrDefault(terms[t], []).Where(other => other >= oldest).ToList();
                int[] found = [.. postings.Read(t, oldest).ToArray().Select(posting => posting.Article)];
                if (!found.SequenceEqual(known.Count > Longest ? [] : known))
                {
                    return false;
                }

                (held[terms[t]] = known).Add(article);
            }

            postings.Add(article, oldest);
            if (article % 700 == 699)
            {
                postings.Sweep(oldest);
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    /// <summary>The first term weighs most: strong terms are read first.</summary>
    private static StorySketch Sketch(uint[] terms) => new()
    {
        Id = 0,
        Path = "",
        Published = null,
        Day = null,
        Length = terms.Length,
        Terms = new TermSet(terms, [.. terms.SelectMany((_, t) => Enumerable.Repeat((byte)(byte.MaxValue - t), TermSet.Width))]),
        Weekdays = 0,
        Dates = [],
        Words = "",
    };
}
