using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Composing;

/// <summary>A deed that two accounts of one claim put in verbs of different weight: "invaded Ukraine", "sent troops into Ukraine".</summary>
/// <remarks><b>Method.</b> Two clauses of one claim group in which different verbs, at least one of them a weighty one, lead to the same name.</remarks>
internal sealed class VerbLabels(Story story, ImmutableArray<ClaimGroup> groups)
{
    /// <summary>The name follows its verb within so many words.</summary>
    private const int Reach = 4;

    private static readonly Lazy<FrozenSet<string>> Charged = new(() => Lexicon.Words("charged-verbs"));

    public IEnumerable<LabelSet> Find() => groups.SelectMany(Find);

    private IEnumerable<LabelSet> Find(ClaimGroup group)
    {
        var deeds = group.Evidence.SelectMany(Deeds).ToLookup(d => d.Object, StringComparer.Ordinal);
        foreach (var same in deeds.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (same.Any(d => Charged.Value.Contains(d.Verb)) && LabelCandidate.Join(null, same.Select(d => d.Candidate), "verbs-of-one-claim") is { } set)
            {
                yield return set;
            }
        }
    }

    private IEnumerable<(string Object, string Verb, LabelCandidate Candidate)> Deeds(ClaimEvidence evidence)
    {
        var reading = story.Readings[evidence.Article];
        var document = reading.Document;
        var (first, end) = document.TokensOf(reading.Claims[evidence.Claim].Span);
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Tag == PartOfSpeech.Verb && (i == 0 || document.Tokens[i - 1].Tag is not (PartOfSpeech.Det or PartOfSpeech.Adj)) && ObjectOf(document, i, end) is { } name)
            {
                var verb = NounPhrase.Lemma(document, i);
                var span = new TextSpan(document.Tokens[i].Start, document.Tokens[name].End);
                yield return (NounPhrase.Lemma(document, name), verb, new LabelCandidate(new Citation(evidence.Article, span), [verb], [verb]));
            }
        }
    }

    /// <summary>The first name after a verb, with nothing but nouns, determiners and prepositions between.</summary>
    private static int? ObjectOf(Document document, int verb, int end)
    {
        for (var i = verb + 1; i < Math.Min(end, verb + 1 + Reach); i++)
        {
            switch (document.Tokens[i].Tag)
            {
                case PartOfSpeech.Propn:
                    return i;
                case PartOfSpeech.Noun or PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Adj:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
