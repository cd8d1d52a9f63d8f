using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Composing;

/// <summary>What the articles call something beside its name: words set before it, explanations set after it, descriptions in its stead.</summary>
internal sealed class EntityLabels(Models models, Story story)
{
    private static readonly Lazy<FrozenSet<string>> Generic = new(() => Lexicon.Words("generic-words"));

    public IEnumerable<LabelSet> Find() => story.Entities.Select((entity, i) => Find(entity, i)).OfType<LabelSet>();

    private LabelSet? Find(Entity entity, int index)
    {
        var names = entity.Chains.SelectMany(c => Words(story.Readings[c.Article].Chains[c.Chain].Name)).Append("").Concat(Words(entity.Name))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        var isPerson = entity.Type == EntityType.Person;
        var candidates = entity.Chains.SelectMany(c => Descriptions(c.Article, c.Chain).Select(p => Candidate(c.Article, p, names, isPerson))).OfType<LabelCandidate>();
        return LabelCandidate.Join(index, candidates, "described-beside-name");
    }

    private IEnumerable<NounPhrase> Descriptions(int article, int chain)
    {
        var reading = story.Readings[article];
        foreach (var mention in reading.Chains[chain].Mentions.Select(m => reading.Mentions[m]))
        {
            var found = mention.Kind switch
            {
                MentionKind.Name => BeforeName(reading.Document, mention).Concat(AfterName(reading.Document, mention)),
                MentionKind.Role => Role(reading.Document, mention),
                _ => [],
            };
            foreach (var phrase in found)
            {
                yield return phrase;
            }
        }
    }

    /// <summary>"Iran-backed militant group" Hezbollah.</summary>
    private static IEnumerable<NounPhrase> BeforeName(Document document, Mention mention)
    {
        var name = document.TokenAt(mention.Name.Start);
        var sentence = document.SentenceAt(mention.Name.Start);
        if (sentence >= 0 && NounPhrase.Before(document, document.Sentences[sentence].First, name) is { } phrase && document.Tokens[phrase.Head].Tag == PartOfSpeech.Noun)
        {
            yield return phrase;
        }
    }

    /// <summary>Qualcomm, "the leading supplier" of chips.</summary>
    private static IEnumerable<NounPhrase> AfterName(Document document, Mention mention)
    {
        var comma = document.TokenAt(mention.Span.End);
        var sentence = document.SentenceAt(mention.Span.Start);
        if (sentence < 0 || comma + 2 >= document.Sentences[sentence].End || document.Form(comma) is not "," || document.Tokens[comma + 1].Tag != PartOfSpeech.Det)
        {
            yield break;
        }

        foreach (var phrase in NounPhrase.In(document, comma + 2, document.Sentences[sentence].End).Take(1))
        {
            if (phrase.First == comma + 2 && document.Tokens[phrase.Head].Tag == PartOfSpeech.Noun)
            {
                yield return phrase;
            }
        }
    }

    /// <summary>"The Islamist movement" instead of a name.</summary>
    private static IEnumerable<NounPhrase> Role(Document document, Mention mention)
    {
        var (first, end) = document.TokensOf(mention.Span);
        return NounPhrase.In(document, first, end).Where(p => p.End == end && p.End - p.First > 1).Take(1);
    }

    private LabelCandidate? Candidate(int article, NounPhrase phrase, FrozenSet<string> names, bool isPerson)
    {
        var document = story.Readings[article].Document;
        var content = phrase.Content(document);
        // A person's country stands in every account by turns and tells nothing of its view.
        var telling = content.Where(w => !Generic.Value.Contains(w) && !names.Contains(w) && !(isPerson && models.Gazetteer.FindCountry(w) is not null)).ToImmutableSortedSet(StringComparer.Ordinal);
        return telling.IsEmpty ? null : new LabelCandidate(new Citation(article, phrase.Span(document)), content, telling);
    }

    private static string[] Words(string name) => name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
}
