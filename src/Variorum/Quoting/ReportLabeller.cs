using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What a word is in a report; for all but the content also whether any content stands before it.</summary>
internal enum ReportLabel : byte
{
    /// <summary>No part of it, with nothing of it before.</summary>
    None,

    /// <summary>No part of it, between its parts, before any content.</summary>
    Outside,

    /// <summary>Who, before any content.</summary>
    Source,

    /// <summary>The words that make it a report, before any content.</summary>
    Cue,

    /// <summary>What was said.</summary>
    Content,

    /// <summary>No part of it, behind content.</summary>
    OutsideBehind,

    /// <summary>Who, behind content.</summary>
    SourceBehind,

    /// <summary>The words that make it a report, behind content.</summary>
    CueBehind,
}

/// <summary>What may stand beside what.</summary>
internal static class ReportLabels
{
    /// <summary>How many labels there are.</summary>
    public const int Count = 8;

    /// <summary>How many moves from one to the next.</summary>
    public const int Moves = Count * Count;

    /// <summary>What a label costs where it cannot stand.</summary>
    private const int Barred = -(1 << 20);

    /// <summary>Whether one label may follow another: what stands behind content stays behind it.</summary>
    public static bool MayFollow(ReportLabel before, ReportLabel after) => before switch
    {
        ReportLabel.None => after is not (ReportLabel.Outside or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind),
        ReportLabel.Outside or ReportLabel.Source or ReportLabel.Cue => after is ReportLabel.Outside or ReportLabel.Source or ReportLabel.Cue or ReportLabel.Content,
        _ => after is ReportLabel.Content or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind,
    };

    /// <summary>Whether a report may begin with a label.</summary>
    public static bool MayOpen(ReportLabel label) => label is ReportLabel.None or ReportLabel.Source or ReportLabel.Cue or ReportLabel.Content;

    /// <summary>Whether a report may end with a label: there is none, or content stood there.</summary>
    public static bool MayClose(ReportLabel label) => label is ReportLabel.None or ReportLabel.Content or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind;

    /// <summary>What a move costs, by its number: nothing, or more than it could be worth.</summary>
    public static int CostOf(int move) => MayFollow((ReportLabel)(move / Count), (ReportLabel)(move % Count)) ? 0 : Barred;

    /// <summary>What it costs to begin with a label.</summary>
    public static int CostToOpen(int label) => MayOpen((ReportLabel)label) ? 0 : Barred;

    /// <summary>What it costs to end with a label.</summary>
    public static int CostToClose(int label) => MayClose((ReportLabel)label) ? 0 : Barred;

    /// <summary>The same label before content, and behind it.</summary>
    public static ReportLabel Behind(ReportLabel label) => label switch
    {
        ReportLabel.Source => ReportLabel.SourceBehind,
        ReportLabel.Cue => ReportLabel.CueBehind,
        ReportLabel.Content => ReportLabel.Content,
        _ => ReportLabel.OutsideBehind,
    };

    public static bool IsSource(ReportLabel label) => label is ReportLabel.Source or ReportLabel.SourceBehind;

    public static bool IsCue(ReportLabel label) => label is ReportLabel.Cue or ReportLabel.CueBehind;

    public static bool IsContent(ReportLabel label) => label is ReportLabel.Content;
}

/// <summary>Tells, for one cue, which words of its sentence are source, cue and content.</summary>
/// <remarks>
/// <para><b>Method.</b> A <see cref="ReportChain"/> over the places of a <see cref="ReportScene"/>, scored by a
/// <see cref="ReportNetwork"/>, or by the mean of several.</para>
/// <para><b>Cost.</b> Linear in the sentence, for each cue.</para>
/// </remarks>
internal sealed class ReportLabeller
{
    private readonly ImmutableArray<ReportNetwork> networks;
    private readonly ReportChain chain;
    private readonly LogSums sums = new(ReportNetwork.Step);

    /// <param name="networks">One or more.</param>
    public ReportLabeller(params ImmutableArray<ReportNetwork> networks)
    {
        this.networks = networks;
        var moves = new int[ReportFeatures.Steps * ReportLabels.Moves];
        foreach (var network in networks)
        {
            Add(network.Moves, moves);
        }

        Divide(moves);
        for (var i = 0; i < moves.Length; i++)
        {
            moves[i] += ReportLabels.CostOf(i % ReportLabels.Moves);
        }

        chain = new ReportChain(moves);
    }

    /// <summary>Room for a thread to work in.</summary>
    public ReportRoom[] Room() => [.. networks.Select(_ => new ReportRoom())];

    /// <summary>Works out what the words of a range say, and hints at what each is.</summary>
    /// <param name="text">Receives the hints.</param>
    /// <param name="range">Which words are hinted at.</param>
    /// <param name="margin">How many on both sides are looked at besides.</param>
    /// <param name="room">Holds what they say.</param>
    public void Encode(ReportText text, TextRange range, int margin, ReportRoom[] room)
    {
        for (var i = 0; i < networks.Length; i++)
        {
            networks[i].Encode(text, new TextRange(Math.Max(0, range.First - margin), Math.Min(text.Forms.Length, range.End + margin)), room[i]);
        }

        Span<int> scores = stackalloc int[ReportShape.Roles];
        for (var word = range.First; word < range.End; word++)
        {
            Roles(room, word, scores);
            text.SetHint(word, Hint.Of(Odds(scores, 1), Odds(scores, 2), Odds(scores, 3)));
        }
    }

    /// <summary>The scores of an encoded word's roles, in steps: none, source, cue, content.</summary>
    public void Roles(ReportRoom[] room, int word, Span<int> scores)
    {
        scores.Clear();
        for (var i = 0; i < networks.Length; i++)
        {
            networks[i].AddRoles(room[i], word, scores);
        }

        Divide(scores);
    }

    /// <summary>The log-odds that an encoded word is a cue of whatever report.</summary>
    public float CueOdds(ReportRoom[] room, int word)
    {
        Span<int> scores = stackalloc int[ReportShape.Roles];
        Roles(room, word, scores);
        return Odds(scores, 2);
    }

    /// <summary>The best labels of a scene's places that are not all outside.</summary>
    /// <param name="scene">The sentence seen from its cue.</param>
    /// <param name="room">Holds what its words say.</param>
    /// <param name="labels">As many as the scene has places.</param>
    /// <returns>The log-odds that there is a report at all, summed over all ways to label it.</returns>
    public float Label(ReportScene scene, ReportRoom[] room, Span<ReportLabel> labels)
    {
        var count = scene.Length;
        foreach (var own in room)
        {
            own.BeginScene(count);
        }

        var (scores, kinds) = (room[0].Scores, room[0].Kinds);
        Array.Clear(scores, 0, count * ReportLabels.Count);
        for (var i = 0; i < networks.Length; i++)
        {
            networks[i].AddScores(scene, room[i], scores);
        }

        Divide(scores.AsSpan(0, count * ReportLabels.Count));
        for (var place = 1; place < count; place++)
        {
            kinds[place] = ReportFeatures.Step(scene, place);
        }

        return chain.Label(scores, kinds.AsSpan(0, count), room[0].Back, labels);
    }

    private static void Add(ReadOnlySpan<int> added, Span<int> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += added[i];
        }
    }

    private void Divide(Span<int> sums)
    {
        if (networks.Length > 1)
        {
            foreach (ref var sum in sums)
            {
                sum /= networks.Length;
            }
        }
    }

    private float Odds(ReadOnlySpan<int> scores, int role)
    {
        var rest = scores[0];
        for (var other = 1; other < scores.Length; other++)
        {
            rest = other == role ? rest : sums.Add(rest, scores[other]);
        }

        return (scores[role] - rest) * ReportNetwork.Step;
    }
}
