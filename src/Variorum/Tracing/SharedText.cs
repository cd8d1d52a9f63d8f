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

    /// <summary>Who had a text before him keeps so many words in a row somewhere; who had the same facts does not.</summary>
    private const int LongRun = 12;

    /// <summary>A brief may be nothing but a sentence of another's.</summary>
    private const double LeastOfBrief = 0.5;

    /// <summary>The same where no words in a row show it.</summary>
    private const double LeastWithoutRun = 0.6;

    private const int LeastOfBriefWording = 9;

    /// <summary>So many sentences whole or in other words, each like one of the other's, are no chance either.</summary>
    private const int ManyRewritten = 3;

    private const double LeastOfRewritten = 0.5;

    /// <summary>Least part of the shared words, in sentences about the authorities, of two who follow one statement.</summary>
    private const double LeastReleased = 0.5;

    /// <summary>Who follows a statement keeps less of it word for word than who copies,</summary>
    private const double MostVerbatim = 0.3;

    /// <summary>and neither article is nothing else.</summary>
    private const double MostOfStatement = 0.75;

    /// <summary>Of two articles without a word in common.</summary>
    public static SharedText Nothing { get; } = new([], 0, (0, 0), 0, 0);

    /// <summary>The longest run of both articles' own words.</summary>
    public int Run { get; init; }

    /// <summary>Part of the shorter one's eight words in a row that stand in the other.</summary>
    public double Verbatim { get; init; }

    /// <summary>Part of the shared words that stand in sentences about police, courts or a release.</summary>
    public double Released { get; init; }

    /// <summary>Whether both follow one statement, of which neither is the other's source.</summary>
    public bool IsStatement { get; private init; }

    /// <summary>Words of both that are wording.</summary>
    public int Wording => Stretches.Sum(stretch => stretch.Wording);

    /// <summary>Whether one of them took text of its own from the other, or both from a third.</summary>
    public bool IsCopy => !IsStatement && (IsTaken || IsRewritten
        || Wording >= MuchWording
        || (Wording >= LeastOfBriefWording && Greater >= LeastWithoutRun));

    /// <summary>Whether it may be that both follow one statement: told of the authorities, and neither all nor word for word.</summary>
    public bool IsLikeStatement => Released >= LeastReleased && Verbatim < MostVerbatim && Greater < MostOfStatement;

    private double Greater => Math.Max(LeftShare, RightShare);

    /// <summary>Whether words in a row show a copy.</summary>
    private bool IsTaken => Run >= LongRun
        && ((Math.Min(Covered.Left, Covered.Right) >= LeastSentences && Wording >= LeastWording)
            || Stretches.Any(stretch => stretch.Wording >= LongStretch)
            || (Wording >= LeastOfBriefWording && Greater >= LeastOfBrief));

    /// <summary>Whether sentences in other words, with those that are whole, make a copy of much of either.</summary>
    private bool IsRewritten =>
        Stretches.Count(stretch => stretch.Kind == SharedKind.Rewritten) is >= LeastSentences and var sentences
        && sentences + Math.Min(Covered.Left, Covered.Right) >= ManyRewritten && Greater >= LeastOfRewritten;

    /// <summary>The same as words of one statement.</summary>
    public SharedText AsStatement() => this with
    {
        IsStatement = true,
        Stretches = [.. Stretches.Select(stretch => stretch.Kind is SharedKind.Text or SharedKind.Rewritten ? stretch with { Kind = SharedKind.Statement } : stretch)],
    };

    /// <summary>Part of the stretches' own words that stand in sentences about the authorities, in either text.</summary>
    public static double ReleasedPart(TracedText left, TracedText right, IReadOnlyList<Stretch> stretches)
    {
        var (own, released) = (0, 0);
        foreach (var stretch in stretches)
        {
            own += stretch.Own;
            released += stretch.Own > 0 && (left.IsReleased(stretch.Left) || right.IsReleased(stretch.Right)) ? stretch.Own : 0;
        }

        return own == 0 ? 0 : (double)released / own;
    }
}
