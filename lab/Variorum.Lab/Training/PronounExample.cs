using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>A pronoun with what it may mean and what it means.</summary>
/// <param name="Candidates">The features of each thing that it may mean.</param>
/// <param name="None">The features of its meaning none of them; null where that is not in question.</param>
/// <param name="Truth">Index of what it means; -1 for none of them.</param>
internal sealed record PronounExample(uint[][] Candidates, uint[]? None, int Truth)
{
    /// <summary>Writes down what the ranker would look at.</summary>
    /// <param name="pronoun">Where it stands.</param>
    /// <param name="candidates">What it may mean.</param>
    /// <param name="tree">The document's.</param>
    /// <param name="truth">What it means.</param>
    /// <param name="isMarked">Whether people said so: then gender and none of them are learnt too.</param>
    public static PronounExample Of(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree, int truth, bool isMarked)
    {
        var features = new uint[PronounFeatures.Most];
        var rows = new uint[candidates.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var count = PronounFeatures.Fill(pronoun, candidates[i], Standing.Of(candidates, i), tree, features);
            rows[i] = isMarked ? [.. features[..count], PronounFeatures.Gendered(candidates[i].Chain)] : features[..count];
        }

        if (!isMarked)
        {
            var known = Enumerable.Range(0, rows.Length).Where(i => candidates[i].Chain.Gender != Gender.Unknown).ToArray();
            return new PronounExample([.. known.Select(i => rows[i])], null, Array.IndexOf(known, truth));
        }

        return new PronounExample(rows, isMarked ? features[..PronounFeatures.FillNone(pronoun, candidates, features)] : null, truth);
    }
}
