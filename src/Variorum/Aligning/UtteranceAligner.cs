using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Joins the quotes of one act of speech, also when cut, translated, or once direct and once indirect.</summary>
/// <remarks>
/// <para><b>Method.</b> Quotes are compared sentence by sentence, so that a long quotation does not tie together what was
/// said apart; only sentences of one speaker are joined, those of an unknown one only where the words are the same.
/// Neighbouring sentences that the same articles print together become one utterance again.</para>
/// <para><b>Order.</b> By the first place that prints each. <b>Cost.</b> Pairs that share no two telling words are not compared.</para>
/// </remarks>
internal sealed class UtteranceAligner(Models models)
{
    public ImmutableArray<Utterance> Align(Story story)
    {
        var units = SpokenUnits.Of(story);
        var groups = new UnitGroups(units);
        var comparer = new WordingComparer(models.Words, units);
        var links = UnitPairs.Likely(units)
            .Select(pair => (pair.Left, pair.Right, Rule: comparer.Rule(units[pair.Left], units[pair.Right])))
            .Where(link => link.Rule is not null)
            .OrderBy(link => units[link.Left].Speaker is null || units[link.Right].Speaker is null)
            .ThenBy(link => link.Left).ThenBy(link => link.Right);
        foreach (var (left, right, rule) in links)
        {
            groups.Join(left, right, rule!);
        }

        groups.JoinNeighbours();
        var composer = new UtteranceComposer(story, units);
        return [.. groups.All().Where(group => group.Units.Any(IsSomebodys)).Select(group => composer.Compose(group.Units, group.Rule)).OrderBy(u => u.Quotes.Min(q => (q.Article, q.Span.Start, q.Quote)))];

        bool IsSomebodys(SpokenUnit unit) => story.Readings[unit.Part.Article].Quotes[unit.Part.Quote].Act != QuoteAct.Fragment;
    }
}
