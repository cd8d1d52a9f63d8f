using System.Collections.Immutable;

namespace Variorum.Annotating;

/// <summary>Finds names, roles and pronouns and joins those of one thing into chains.</summary>
/// <remarks><b>Order.</b> Names by their full and short forms; roles beside names; roles by who holds them; pronouns last, since
/// they lean on all of these. A mention that fits two things joins neither.</remarks>
/// <param name="models">What was learnt.</param>
/// <param name="choose">What decides on pronouns; the model where null.</param>
/// <param name="allGenders">See <see cref="PronounJoiner"/>.</param>
internal sealed class MentionFinder(Models models, PronounChoice? choose = null, bool allGenders = false)
{
    public (ImmutableArray<Mention> Mentions, ImmutableArray<Chain> Chains) Find(Article article, Document document)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new NameText(document, models.Gazetteer);
        var names = new NameFinder(text, models.Names, models.Gazetteer).Find();
        var roles = new RoleJoiner(text).JoinBeside(names, new RoleFinder(text, names).Find());
        var chains = new NameJoiner(text, new NameTyper(text, models.Gazetteer), models.NameGenders).Join(names);
        new PostJoiner(text, chains).Join(roles);
        var all = InOrder(names.Concat(roles).Concat(PronounFinder.Find(text)));
        new PronounJoiner(text, new PlaceReader(text, Tree.Of(document)), choose ?? models.Pronouns.Choose, allGenders).Join(all);
        return Publish(text, all);
    }

    /// <summary>By place, the outer of two nested mentions first.</summary>
    private static List<MentionDraft> InOrder(IEnumerable<MentionDraft> mentions) => [.. mentions.OrderBy(m => m.First).ThenByDescending(m => m.End).ThenBy(m => m.NameFirst)];

    private static (ImmutableArray<Mention> Mentions, ImmutableArray<Chain> Chains) Publish(NameText text, List<MentionDraft> drafts)
    {
        var numbers = new Dictionary<ChainDraft, int>();
        var members = new List<List<int>>();
        var mentions = ImmutableArray.CreateBuilder<Mention>(drafts.Count);
        foreach (var draft in drafts)
        {
            var number = -1;
            if (draft.Chain is { } chain)
            {
                if (!numbers.TryGetValue(chain, out number))
                {
                    number = numbers.Count;
                    numbers.Add(chain, number);
                    members.Add([]);
                }

                members[number].Add(mentions.Count);
            }

            var span = text.Span(draft.First, draft.End);
            var name = draft.Kind == MentionKind.Name ? text.Span(draft.NameFirst, draft.NameEnd) : span;
            mentions.Add(new Mention(span, name, draft.Type, draft.Kind, number, draft.Rule));
        }

        var chains = numbers.OrderBy(pair => pair.Value)
            .Select(pair => new Chain(pair.Key.Name, pair.Key.Type, pair.Key.Gender, pair.Key.IsPlural, [.. pair.Key.Roles], [.. members[pair.Value]]));
        return (mentions.MoveToImmutable(), [.. chains]);
    }
}
