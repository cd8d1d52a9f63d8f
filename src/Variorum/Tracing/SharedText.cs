using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>What two articles share.</summary>
/// <param name="Stretches">By their place in the right article.</param>
/// <param name="Own">Words that stand in both and are both articles' own.</param>
/// <param name="Covered">Sentences of either that stand in the other almost whole.</param>
/// <param name="LeftShare">Part of the left one's own words that stand in the right one.</param>
/// <param name="RightShare">Part of the right one's own words that stand in the left one.</param>
internal sealed record SharedText(ImmutableArray<Stretch> Stretches, int Own, (int Left, int Right) Covered, double LeftShare, double RightShare)
{
    /// <summary>One sentence alone may come from a statement that both had.</summary>
    private const int LeastSentences = 2;

    private const int LeastWording = 20;

    /// <summary>So much wording in one stretch is nobody's chance.</summary>
    private const int LongStretch = 22;

    /// <summary>So much in all, though hardly a sentence is whole.</summary>
    private const int MuchWording = 48;

    /// <summary>A brief may be nothing but a sentence of another's.</summary>
    private const double LeastOfBrief = 0.5;

    private const int LeastOfBriefWording = 9;

    /// <summary>So many sentences whole or in other words, each like one of the other's, are no chance either.</summary>
    private const int ManyRewritten = 3;

    private const double LeastOfRewritten = 0.35;

    /// <summary>Of two articles without a word in common.</summary>
    public static SharedText Nothing { get; } = new([], 0, (0, 0), 0, 0);

    /// <summary>Words of both that are wording.</summary>
    public int Wording => Stretches.Sum(stretch => stretch.Wording);

    /// <summary>Whether sentences in other words, with those that are whole, make a copy of much of either.</summary>
    private bool IsRewritten =>
        Stretches.Count(stretch => stretch.Kind == SharedKind.Rewritten) is >= LeastSentences and var sentences
        && sentences + Math.Min(Covered.Left, Covered.Right) >= ManyRewritten && Math.Max(LeftShare, RightShare) >= LeastOfRewritten;

    /// <summary>Whether one of them took text of its own from the other, or both from a third.</summary>
    public bool IsCopy =>
        (Math.Min(Covered.Left, Covered.Right) >= LeastSentences && Wording >= LeastWording)
        || Stretches.Any(stretch => stretch.Wording >= LongStretch)
        || Wording >= MuchWording
        || IsRewritten
        || (Wording >= LeastOfBriefWording && Math.Max(LeftShare, RightShare) >= LeastOfBrief);
}
