using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>Pronouns of plain news whose meaning their gender alone decides: one person near is known to be of it, all others not.</summary>
/// <remarks>What a ranker without any word of gender must learn to tell from the rest of the sentence.</remarks>
/// <param name="otherwise">Says what any other pronoun means, so that the text goes on as it would for the program; null to leave these open.</param>
internal sealed class GenderedPronouns(PronounChoice? otherwise)
{
    private readonly List<PronounExample> examples = [];

    public static IEnumerable<PronounExample> Read(Document document, Models models, PronounChoice? otherwise = null)
    {
        var reader = new GenderedPronouns(otherwise);
        new MentionFinder(models, reader.Choose, allGenders: true).Find(new Article { Path = "", Sha256 = "", Text = document.Text }, document);
        return reader.examples;
    }

    private int Choose(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree)
    {
        var (fitting, others, truth) = (0, 0, -1);
        for (var i = 0; i < candidates.Count; i++)
        {
            var gender = candidates[i].Chain.Gender;
            fitting += gender == pronoun.Mention.Gender ? 1 : 0;
            others += gender != pronoun.Mention.Gender && gender != Gender.Unknown ? 1 : 0;
            truth = gender == pronoun.Mention.Gender ? i : truth;
        }

        if (fitting != 1)
        {
            return Otherwise(pronoun, candidates, tree);
        }

        if (others > 0)
        {
            examples.Add(PronounExample.Of(pronoun, candidates, tree, truth, isMarked: false));
        }

        return truth;
    }

    /// <summary>What the other choice says among those whose gender does not forbid it.</summary>
    private int Otherwise(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree)
    {
        var gender = pronoun.Mention.Gender;
        var fitting = Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Chain.Gender == gender || candidates[i].Chain.Gender == Gender.Unknown).ToArray();
        var chosen = otherwise is null ? -1 : otherwise(pronoun, [.. fitting.Select(i => candidates[i])], tree);
        return chosen < 0 ? -1 : fitting[chosen];
    }
}
