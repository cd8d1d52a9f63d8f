using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class TermProbeTests
{
    private const int Most = 300;

    /// <summary>Terms of which many fall on one place of the table.</summary>
    private static readonly Gen<StorySketch> Sketches =
        from terms in Gen.Choose(1, 1200).Select(n => (uint)(n % 3 == 0 ? n << 12 : n)).ArrayOf().Select(terms => terms.Distinct().Order().Take(Most).ToArray())
        from weights in Gen.Choose(0, 255).Select(b => (byte)(b < 100 ? 0 : b)).ArrayOf(terms.Length * TermSet.Width)
        select new StorySketch { Id = 0, Path = "", Published = null, Day = null, Length = 0, Terms = new TermSet(terms, weights), Weekdays = 0, Dates = [], Words = "" };

    [Fact]
    public void Finds_what_two_articles_share() => Prop.ForAll(Sketches.ArrayOf(4).ToArbitrary(), sketches =>
    {
        var probe = new TermProbe();
        probe.Fill(sketches[0].Terms);
        probe.Fill(sketches[1].Terms);
        var shared = new SharedTerms[2];
        probe.Share([.. sketches.Skip(2).Select(sketch => sketch.Terms)], shared);
        return Enumerable.Range(0, 2).All(i => Same(shared[i], sketches[1], sketches[i + 2]));
    }).QuickCheckThrowOnFailure();

    private static bool Same(SharedTerms found, StorySketch left, StorySketch right)
    {
        var both = left.Terms.Hashes.ToArray().Intersect(right.Terms.Hashes.ToArray()).Select(term => (Left: Weights(left, term), Right: Weights(right, term))).ToList();
        var words = both.Where(b => b.Left[(int)TermFace.NamePairs] == 0 || b.Right[(int)TermFace.NamePairs] == 0).Select(b => (int)b.Left[TermSet.Rarity]).ToList();
        return found.Pairs == both.Count - words.Count && found.Rarity == words.Sum() && found.Rarest == words.DefaultIfEmpty().Max()
            && Enumerable.Range(0, TermTable.Faces).All(face => found.Dots[face] == both.Sum(b => b.Left[face] * b.Right[face]));
    }

    private static ImmutableArray<byte> Weights(StorySketch sketch, uint term) =>
        [.. sketch.Terms.Weights.Slice(sketch.Terms.Hashes.IndexOf(term) * TermSet.Width, TermSet.Width)];
}
