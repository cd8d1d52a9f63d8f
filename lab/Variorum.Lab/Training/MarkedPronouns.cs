using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Training;

/// <summary>Pronouns of texts in which people marked what they mean.</summary>
/// <param name="text">The marked text.</param>
/// <param name="document">It with its grammar.</param>
/// <param name="otherwise">Where people did not mark all there is: what says of a pronoun without a marked meaning what it means, so that the
/// text goes on as it would for the program; nothing is learnt from such a pronoun, nor that another means none of the candidates.</param>
internal sealed class MarkedPronouns(ChainedText text, Document document, PronounChoice? otherwise)
{
    private readonly List<PronounExample> examples = [];

    public static IEnumerable<PronounExample> Read(ChainedText text, Models models, PronounChoice? otherwise = null)
    {
        var document = new Annotator(models).Annotate(text.Text);
        var reader = new MarkedPronouns(text, document, otherwise);
        new MentionFinder(models, reader.Choose).Find(new Article { Path = text.Name, Sha256 = "", Text = text.Text }, document);
        return reader.examples;
    }

    private int Choose(in Place pronoun, IReadOnlyList<Candidate> candidates, Tree tree)
    {
        var truth = -1;
        if (EntityOf(pronoun.Mention) is { } entity)
        {
            for (var i = 0; i < candidates.Count && truth < 0; i++)
            {
                truth = candidates[i].Chain.Mentions.Exists(mention => mention.Kind != MentionKind.Pronoun && string.Equals(EntityOf(mention), entity, StringComparison.Ordinal)) ? i : -1;
            }
        }

        if (truth < 0 && otherwise is not null)
        {
            return otherwise(pronoun, candidates, tree);
        }

        if (candidates.Count > 0)
        {
            var example = PronounExample.Of(pronoun, candidates, tree, truth, isMarked: true);
            examples.Add(otherwise is null ? example : example with { None = null });
        }

        return truth;
    }

    private string? EntityOf(MentionDraft mention) => text.Nearest(
        document.Tokens[mention.First].Span.Union(document.Tokens[mention.End - 1].Span),
        document.Tokens[mention.NameFirst].Span.Union(document.Tokens[mention.NameEnd - 1].Span))?.Entity;
}
