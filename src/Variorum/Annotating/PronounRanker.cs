using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>Chooses what a pronoun means among candidates, or none of them.</summary>
/// <param name="pronoun">Where the pronoun stands.</param>
/// <param name="candidates">What it may mean, the latest told of first.</param>
/// <param name="tree">The document's.</param>
/// <returns>Index of the candidate; -1 for none.</returns>
internal delegate int PronounChoice(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree);

/// <summary>Ranks what a pronoun may mean by a linear model and takes the first where it leads by far.</summary>
internal sealed class PronounRanker
{
    /// <summary>How many candidates are compared.</summary>
    public const int MostCandidates = 12;

    /// <summary>What a weight of one is in the model.</summary>
    public const int Scale = 256;

    /// <summary>By how much the first must lead before the second and before none of them: where it alone can be meant or is alone a subject
    /// near by. Chosen on GUM's parts that nothing is trained on, of four settings: the lowest (0 to 1) found 63 % of the pronouns with 78 %
    /// right, the highest (0.5 to 2) 59 % with 84 %.</summary>
    private static readonly (int Second, int None) Clear = (0, -Scale);

    /// <summary>Where it alone is told of near by.</summary>
    private static readonly (int Second, int None) Alone = (Scale, Scale / 4);

    /// <summary>The same for texts to learn from, where a wrong meaning would be learnt.</summary>
    private static readonly (int Second, int None) AloneSurely = (Scale, Scale / 2);

    /// <summary>Where others are as near.</summary>
    private static readonly (int Second, int None) Contested = (Scale * 3 / 2, Scale / 2);

    /// <summary>By how much less where the pronoun speaks: news lets few speak at a time.</summary>
    private const int Spoken = Scale;

    /// <summary>The same for texts to learn from.</summary>
    private const int SpokenSurely = Scale / 2;

    private readonly LinearModel _weights;

    private PronounRanker(LinearModel weights) => _weights = weights;

    /// <summary>Reads the model.</summary>
    public static PronounRanker Read(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var reader = file.Reader("pronouns");
        return new PronounRanker(LinearModel.Read(reader, classes: 1));
    }

    /// <summary>The candidate that a pronoun means; -1 where none leads.</summary>
    public int Choose(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree) => Choose(pronoun, candidates, tree, isSure: false);

    /// <summary>The same with more certainty, for texts to learn from.</summary>
    public int ChooseSurely(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree) => Choose(pronoun, candidates, tree, isSure: true);

    private int Choose(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree, bool isSure)
    {
        var (best, first, second) = (-1, int.MinValue / 2, int.MinValue / 2);
        Span<uint> features = stackalloc uint[PronounFeatures.Most];
        for (var i = 0; i < candidates.Count; i++)
        {
            if (IsWithinItsDeed(pronoun, candidates[i].Last, tree))
            {
                continue;
            }

            var count = PronounFeatures.Fill(pronoun, candidates[i], Standing.Of(candidates, i), tree, features);
            features[count++] = PronounFeatures.Gendered(candidates[i].Chain);
            var score = Score(features[..count]);
            (best, second, first) = score > first ? (i, first, score) : (best, Math.Max(second, score), first);
        }

        return best >= 0 && !IsOneOfSeveral(candidates, best) && Leads(pronoun, candidates, best, tree, (first, second), isSure) ? best : -1;
    }

    /// <summary>Whether it was told of last in what the pronoun itself does ("Praising Elm, he …", "He met Elm", "Elm met him"): then the pronoun is another.</summary>
    private static bool IsWithinItsDeed(in Place pronoun, in Place last, Tree tree) =>
        pronoun.Sentence == last.Sentence && (pronoun.Mention.Case == PronounCase.Object && pronoun.Clause == last.Clause && last.IsSubject
        || pronoun.IsSubject && last.Part is ClausePart.Object or ClausePart.Oblique or ClausePart.Nominal && tree.Subject(last.Clause) == pronoun.Head);

    private bool Leads(in Place pronoun, IReadOnlyList<Candidate> candidates, int best, Tree tree, (int First, int Second) scores, bool isSure)
    {
        var standing = Standing.Of(candidates, best);
        var needed = IsAside(pronoun, candidates[best].Last, tree) ? Contested : candidates.Count == 1 || standing.IsLoneSubject ? Clear : standing.IsLone ? isSure ? AloneSurely : Alone : Contested;
        var less = pronoun.Speaks ? isSure ? SpokenSurely : Spoken : 0;
        return scores.First - scores.Second >= Math.Max(0, needed.Second - less) && scores.First - ScoreNone(pronoun, candidates) >= needed.None - less;
    }

    /// <summary>Whether it was told of last in a clause about a noun, which ended before the pronoun ("the deal that Elm opposed").</summary>
    private static bool IsAside(in Place pronoun, in Place last, Tree tree) =>
        pronoun.Sentence == last.Sentence && tree.Noun(last.Clause) >= 0 && !tree.IsIn(pronoun.Head, last.Clause);

    /// <summary>Whether it was told of last beside another candidate ("Peter Elm and James Ash").</summary>
    private static bool IsOneOfSeveral(IReadOnlyList<Candidate> candidates, int best)
    {
        var own = candidates[best].Last;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i != best && candidates[i].Last.FirstJoined == own.FirstJoined)
            {
                return true;
            }
        }

        return false;
    }

    private int ScoreNone(in Place pronoun, IReadOnlyList<Candidate> candidates)
    {
        Span<uint> features = stackalloc uint[PronounFeatures.Most];
        return Score(features[..PronounFeatures.FillNone(pronoun, candidates, features)]);
    }

    private int Score(ReadOnlySpan<uint> features)
    {
        Span<int> score = [0];
        _weights.Score(features, score);
        return score[0];
    }
}
