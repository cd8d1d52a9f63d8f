using System.Collections.Immutable;
using Variorum.Annotating;

namespace Variorum.Aligning;

/// <summary>Gathers the values that a story's articles tell, each with what stands around it.</summary>
/// <remarks><b>Method.</b> Words near the value weigh more than far ones, those of its own clause more than the sentence's rest; names count as their entity.</remarks>
internal sealed class ValueCollector
{
    private const double EntityWeight = 4;
    private const double OtherClause = 0.4;
    private const int Reach = 40;

    /// <summary>No report tells so many; a longer text is a list, and pairs grow with the square.</summary>
    private const int MostValues = 250;

    private readonly Models models;
    private readonly Story story;
    private readonly Dictionary<(int Article, int Chain), int> entityOf = [];

    public ValueCollector(Models models, Story story)
    {
        this.models = models;
        this.story = story;
        for (var e = 0; e < story.Entities.Length; e++)
            foreach (var chain in story.Entities[e].Chains)
                entityOf[chain] = e;
    }

    /// <summary>All values. <b>Order.</b> By article, then as in the text, numbers first.</summary>
    public ImmutableArray<ToldValue> Collect()
    {
        var told = ImmutableArray.CreateBuilder<ToldValue>();
        for (var a = 0; a < story.Readings.Length; a++)
        {
            var reading = story.Readings[a];
            var tree = Tree.Of(reading.Document);
            var terms = Terms(a, reading);
            foreach (var quantity in reading.Quantities.Where(q => q.Kind is not QuantityKind.Ordinal).Take(MostValues))
                told.Add(Tell(a, reading, tree, terms, quantity.Span, quantity, null));

            foreach (var time in reading.Times.Where(t => t.First is not null).Take(MostValues))
                told.Add(Tell(a, reading, tree, terms, time.Span, null, time));
        }

        return Rarer(told.ToImmutable());
    }

    /// <summary>Weights lowered for terms that stand around many of the story's values: its own subject.</summary>
    private static ImmutableArray<ToldValue> Rarer(ImmutableArray<ToldValue> told)
    {
        var within = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, _) in told.SelectMany(value => value.Context))
            within[term] = within.GetValueOrDefault(term) + 1;

        var scale = Math.Log(2 + told.Length);
        return [.. told.Select(value => value with { Context = [.. value.Context.Select(c => (c.Term, c.Weight * Math.Log(1 + ((double)told.Length / within[c.Term])) / scale))] })];
    }

    /// <summary>What each token says, null for tokens that say nothing or are part of a value.</summary>
    private (string Term, double Weight)?[] Terms(int article, Reading reading)
    {
        var document = reading.Document;
        var terms = new (string, double)?[document.Tokens.Length];
        for (var i = 0; i < terms.Length; i++)
            if (Tells(document.Tokens[i]))
                terms[i] = Term(reading, document.Tokens[i]);

        foreach (var mention in reading.Mentions.Where(m => m.Kind == MentionKind.Name))
            if (entityOf.TryGetValue((article, mention.Chain), out var entity))
                foreach (var i in TokensIn(document, mention.Name))
                    terms[i] = terms[i] is { Item1: ['@', ..] } ? terms[i] : ("#" + entity, EntityWeight);

        foreach (var span in reading.Times.Select(t => t.Span).Concat(reading.Quantities.Select(q => q.Span)))
            foreach (var i in TokensIn(document, span))
                terms[i] = null;

        return terms;
    }

    private static IEnumerable<int> TokensIn(Document document, TextSpan span)
    {
        var (first, end) = document.TokensOf(span);
        return Enumerable.Range(first, end - first);
    }

    private ToldValue Tell(int article, Reading reading, Tree tree, (string, double)?[] terms, TextSpan span, Quantity? quantity, TimeValue? time)
    {
        var sentence = reading.Document.SentenceAt(span.Start);
        var claim = ClaimAt(reading, span);
        var whole = sentence < 0 ? span : reading.Document.Sentences[sentence].Span;
        var clause = claim is { } c ? reading.Claims[c].Span : whole;
        var context = Context(reading.Document, terms, span, clause, whole, quantity?.Counted);
        var (verb, isAhead) = VerbOf(reading.Document, tree, span);
        return new ToldValue(article, span, clause, claim, sentence, quantity, time, context, verb, isAhead);
    }

    /// <summary>The smallest claim around a value; claims stand in the order of the text.</summary>
    private static int? ClaimAt(Reading reading, TextSpan span)
    {
        int low = 0, high = reading.Claims.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reading.Claims[middle].Span.Start <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        int? best = null;
        for (var c = low - 1; c >= 0 && c >= low - 6; c--)
            if (reading.Claims[c].Span.Contains(span) && (best is null || reading.Claims[c].Span.Length < reading.Claims[best.Value].Span.Length))
                best = c;

        return best;
    }

    private static ImmutableArray<(string Term, double Weight)> Context(Document document, (string Term, double Weight)?[] terms, TextSpan value, TextSpan clause, TextSpan sentence, string? counted)
    {
        var bag = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var (first, end) = document.TokensOf(sentence);
        var at = document.TokenAt(value.Start);
        for (var i = Math.Max(first, at - Reach); i < Math.Min(end, at + Reach); i++)
        {
            if (terms[i] is not var (term, weight) || term == counted)
                continue;

            var near = (clause.Contains(document.Tokens[i].Span) ? 1 : OtherClause) / (1 + (Math.Abs(i - at) / 8.0));
            bag[term] = Math.Max(bag.GetValueOrDefault(term), weight * near);
        }

        return [.. bag.Select(pair => (pair.Key, pair.Value))];
    }

    private (string, double) Term(Reading reading, Token token)
    {
        if (token.Tag is PartOfSpeech.Propn or PartOfSpeech.Adj && models.Gazetteer.FindCountry(token.Span.Of(reading.Article.Text)) is { } country)
            return ("@" + country.Code, EntityWeight);

        var lemma = token.Lemma.ToLowerInvariant();
        return (lemma is [.., not 's', 's'] ? lemma[..^1] : lemma, models.Words.Idf(lemma));
    }

    private static bool Tells(Token token) =>
        token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj
        && token.Lemma is not ("be" or "have" or "do" or "say" or "tell" or "report" or "year" or "day" or "time" or "people" or "person");

    /// <summary>The verb whose clause holds a value, and whether it tells of what is still to come.</summary>
    private static (string? Verb, bool IsAhead) VerbOf(Document document, Tree tree, TextSpan value)
    {
        var head = tree.Head(value);
        if (head < 0)
            return (null, false);

        var predicate = tree.Clause(head);
        var isAhead = tree.Child(predicate, Relation.Auxiliary) is >= 0 and var auxiliary && document.Tokens[auxiliary].Lemma is "will" or "would" or "shall" or "’ll" or "'ll";
        isAhead |= tree.Child(predicate, Relation.Marker) is >= 0 and var marker && document.Tokens[marker].Lemma == "to";
        return (document.Tokens[predicate].Tag == PartOfSpeech.Verb ? document.Tokens[predicate].Lemma : null, isAhead);
    }
}
