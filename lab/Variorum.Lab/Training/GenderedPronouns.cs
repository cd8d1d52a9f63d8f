using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>Pronouns of plain news whose meaning their gender alone decides: one person near is known to be of it, all others not.</summary>
/// <remarks>What a ranker without any word of gender must learn to tell from the rest of the sentence.</remarks>
internal sealed class GenderedPronouns
{
    private readonly List<PronounExample> examples = [];

    public static IEnumerable<PronounExample> Read(string text, Models models)
    {
        var reader = new GenderedPronouns();
        new MentionFinder(models, reader.Choose, allGenders: true).Find(new Article { Path = "", Sha256 = "", Text = text }, new Annotator(models).Annotate(text));
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
            return -1;
        }

        if (others > 0)
        {
            examples.Add(PronounExample.Of(pronoun, candidates, tree, truth, isMarked: false));
        }

        return truth;
    }
}
