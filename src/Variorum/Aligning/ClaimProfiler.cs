using System.Collections.Immutable;
using System.Globalization;

namespace Variorum.Aligning;

/// <summary>Works out what each claim of a story speaks of.</summary>
/// <remarks>
/// <b>Method.</b> Names, roles and pronouns become their entity, country names and demonyms and capitals their country,
/// numbers and times their value, other words their lemma. A term tells what it tells in news at large (inverse document
/// frequency) times how rare it is among the story's own claims: who the story is about tells little within it.
/// </remarks>
internal sealed class ClaimProfiler
{
    private const float EntityWeight = 5;
    private const float ValueWeight = 5;
    private const float SpeakerShare = 0.5f;
    private const decimal SmallCount = 12;
    private const float SmallWeight = 2;

    private readonly Models models;
    private readonly Story story;
    private readonly Dictionary<(int Article, int Chain), int> entityOf = [];

    public ClaimProfiler(Models models, Story story)
    {
        this.models = models;
        this.story = story;
        Terms = new TermTable(models.Words, story.Entities.Length);
        for (var e = 0; e < story.Entities.Length; e++)
        {
            foreach (var chain in story.Entities[e].Chains)
            {
                entityOf[chain] = e;
            }
        }
    }

    /// <summary>The story's terms.</summary>
    public TermTable Terms { get; }

    /// <summary>One profile a claim. <b>Order.</b> By article, then by claim.</summary>
    public ImmutableArray<ClaimProfile> Profile()
    {
        var bags = new List<(ClaimEvidence Evidence, TermBag Bag, bool Negated)>();
        for (var a = 0; a < story.Readings.Length; a++)
        {
            var reading = story.Readings[a];
            for (var c = 0; c < reading.Claims.Length; c++)
            {
                var claim = reading.Claims[c];
                bags.Add((new ClaimEvidence(a, c), Bag(a, reading, claim), IsNegated(reading, claim)));
            }
        }

        var within = new Dictionary<int, int>();
        foreach (var term in bags.SelectMany(b => b.Bag.Terms))
        {
            within[term] = within.GetValueOrDefault(term) + 1;
        }

        var scale = MathF.Log(1 + bags.Count);
        return [.. bags.Select(b => Weigh(b.Evidence, b.Bag, b.Negated, term => MathF.Log(1 + ((float)bags.Count / within[term])) / scale))];
    }

    private ClaimProfile Weigh(ClaimEvidence evidence, TermBag bag, bool negated, Func<int, float> rarity)
    {
        ImmutableArray<float> weights = [.. bag.Weights.Select(t => t.Value * rarity(t.Key))];
        return new ClaimProfile(evidence, [.. bag.Terms], weights, weights.Sum(), bag.Pairs(), negated, story.Readings[evidence.Article].Claims[evidence.Claim].Stance == Stance.Denied);
    }

    /// <summary>The claim's terms with what each tells in news at large.</summary>
    private TermBag Bag(int article, Reading reading, Claim claim)
    {
        var bag = new TermBag();
        var quote = claim.Quote is { } q ? reading.Quotes[q] : null;
        var taken = new List<TextSpan>();
        foreach (var mention in Within(reading.Mentions, m => m.Span, claim.Span))
        {
            AddMention(article, reading, mention, quote, bag, taken);
        }

        foreach (var time in Within(reading.Times, t => t.Span, claim.Span).Where(t => t.First is not null))
        {
            bag.Add(time.Span.Start, Terms.Id("@time " + time.Value), ValueWeight * 0.6f);
            taken.Add(time.Span);
        }

        foreach (var quantity in Within(reading.Quantities, n => n.Span, claim.Span).Where(n => !taken.Any(n.Span.Overlaps)))
        {
            AddQuantity(quantity, bag);
            taken.Add(quantity.Span);
        }

        var (first, end) = reading.Document.TokensOf(claim.Span);
        for (var i = first; i < end; i++)
        {
            var token = reading.Document.Tokens[i];
            if (Tells(token) && !taken.Any(t => t.Contains(token.Span)) && !(quote?.Cue is { } cue && cue.Contains(token.Span)))
            {
                AddWord(reading, i, bag);
            }
        }

        return bag;
    }

    /// <summary>A small count tells only with what is counted: two companies are not two bodies.</summary>
    private void AddQuantity(Quantity quantity, TermBag bag)
    {
        var value = quantity.Low ?? quantity.High ?? 0;
        var isSmall = quantity.Unit is null && value <= SmallCount;
        var key = string.Create(CultureInfo.InvariantCulture, $"@number {value} {(isSmall ? quantity.Counted : quantity.Unit)}");
        bag.Add(quantity.Span.Start, Terms.Id(key), isSmall ? SmallWeight : ValueWeight);
    }

    private void AddMention(int article, Reading reading, Mention mention, Quote? quote, TermBag bag, List<TextSpan> taken)
    {
        var share = quote?.Source is { } source && source.Overlaps(mention.Span) ? SpeakerShare : 1;
        if (models.Gazetteer.FindCountry(mention.Name.Of(reading.Article.Text)) is { } country)
        {
            bag.Add(mention.Span.Start, Terms.Id("@country " + country.Code), EntityWeight * share);
            taken.Add(mention.Span);
        }
        else if (mention.Chain >= 0 && entityOf.TryGetValue((article, mention.Chain), out var entity))
        {
            bag.Add(mention.Span.Start, entity, EntityWeight * share);
            taken.Add(mention.Span);
        }
    }

    private void AddWord(Reading reading, int token, TermBag bag)
    {
        var start = reading.Document.Tokens[token].Start;
        var lemma = reading.Document.Tokens[token].Lemma;
        if (char.IsUpper(reading.Document.Form(token)[0]) && models.Gazetteer.FindCountry(reading.Document.Form(token).ToString()) is { } country)
        {
            bag.Add(start, Terms.Id("@country " + country.Code), EntityWeight);
            return;
        }

        var term = lemma.ToLowerInvariant();
        var isName = reading.Document.Tokens[token].Tag == PartOfSpeech.Propn;
        bag.Add(start, Terms.Id(isName ? "@name " + term : term), models.Words.Idf(term));
    }

    private static bool Tells(Token token) =>
        token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Adv or PartOfSpeech.X
        && token.Lemma is not ("be" or "have" or "do" or "say" or "also");

    private static bool IsNegated(Reading reading, Claim claim)
    {
        var (first, end) = reading.Document.TokensOf(claim.Span);
        for (var i = first; i < end; i++)
        {
            if (reading.Document.Form(i) is "not" or "n't" or "n’t" or "never" or "no" or "none" or "nobody" or "without" or "neither")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What lies inside a span, of things that stand in the text's order.</summary>
    private static IEnumerable<T> Within<T>(ImmutableArray<T> things, Func<T, TextSpan> spanOf, TextSpan span)
    {
        int low = 0, high = things.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spanOf(things[middle]).Start < span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < things.Length && spanOf(things[low]).Start < span.End; low++)
        {
            if (span.Contains(spanOf(things[low])))
            {
                yield return things[low];
            }
        }
    }
}
