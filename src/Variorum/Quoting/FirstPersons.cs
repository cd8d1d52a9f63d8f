using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Gives "I" and "my" in somebody's marked words to who says them, and "we" and "our" to a body that speaks.</summary>
/// <remarks><b>Method.</b> Only in marks, outside of what the speaker quotes in turn, and only where the speaker is known. Whom a
/// person means by "we" stays open. <b>Cost.</b> Linear.</remarks>
internal static class FirstPersons
{
    private static readonly FrozenSet<string> One = FrozenSet.Create(StringComparer.Ordinal, "I", "me", "my", "My", "mine", "myself");
    private static readonly FrozenSet<string> Many = FrozenSet.Create(StringComparer.Ordinal, "we", "We", "us", "our", "Our", "ours", "ourselves");

    /// <summary>The mentions and chains with those pronouns. <b>Order.</b> As before: by place, the outer of two first.</summary>
    public static (ImmutableArray<Mention> Mentions, ImmutableArray<Chain> Chains) Join(Document document, ImmutableArray<Quote> quotes, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains)
    {
        var found = new SortedDictionary<TextSpan, Mention>();
        foreach (var quote in quotes.Where(quote => quote is { Speaker: not null, IsNested: false, Act: QuoteAct.Said }))
        {
            foreach (var mention in quote.Quoted.SelectMany(part => In(document, part, quote.Speaker!.Value, chains[quote.Speaker.Value])))
            {
                found.TryAdd(mention.Span, mention);
            }
        }

        return found.Count == 0 ? (mentions, chains) : Merge(mentions, found.Values, chains);
    }

    private static IEnumerable<Mention> In(Document document, TextSpan part, int speaker, Chain chain)
    {
        var words = chain is { Type: EntityType.Person, IsPlural: false } ? One : chain.Type == EntityType.Organisation ? Many : FrozenSet<string>.Empty;
        var (first, end) = words.Count == 0 ? (0, 0) : document.TokensOf(part);
        var isInner = false;
        for (var i = first; i < end; i++)
        {
            var form = document.Form(i);
            isInner = form is "‘" or "“" or "``" || isInner && form is not ("’" or "”" or "''");
            isInner = form is "'" or "\"" && document.Tokens[i].Tag == PartOfSpeech.Punct ? !isInner : isInner;
            if (!isInner && form.Length < 10 && words.Contains(form.ToString()))
            {
                yield return new Mention(document.Tokens[i].Span, document.Tokens[i].Span, chain.Type, MentionKind.Pronoun, speaker, "speaker-of-words");
            }
        }
    }

    private static (ImmutableArray<Mention> Mentions, ImmutableArray<Chain> Chains) Merge(ImmutableArray<Mention> mentions, IEnumerable<Mention> found, ImmutableArray<Chain> chains)
    {
        ImmutableArray<Mention> all = [.. mentions.Concat(found).OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)];
        var members = chains.Select(_ => ImmutableArray.CreateBuilder<int>()).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Chain >= 0)
            {
                members[all[i].Chain].Add(i);
            }
        }

        return (all, [.. chains.Select((chain, i) => chain with { Mentions = members[i].ToImmutable() })]);
    }
}
