using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Aligning;

/// <summary>Finds what one account tells and another reports as denied.</summary>
/// <remarks>
/// <b>Method.</b> What a denial denies stands after its verb ("denied that the radar had been out of order"). It meets a
/// claim of another article that tells nearly all of it, unnegated, on the word of somebody else. A bare denial meets none.
/// </remarks>
internal sealed class DenialConflicts(Models models, Story story, GroupIndex index)
{
    /// <summary>Least share of the denied content's weight that the claim must tell.</summary>
    private const double LeastTold = 0.65;

    private const int LeastTerms = 2;
    private const int MostWords = 10;

    private static readonly Lazy<FrozenSet<string>> Verbs = new(() =>
        Lexicon.Words("denials").Concat(Lexicon.Words("dismissals")).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private readonly Dictionary<string, int> within = new(StringComparer.Ordinal);

    private int claims;

    /// <summary>The conflicts. <b>Order.</b> As the first denial stands.</summary>
    public IEnumerable<Conflict> Find()
    {
        var told = story.Readings.SelectMany((reading, a) => reading.Claims.Select(claim => new Statement(a, claim, [.. Terms(reading, reading.Document.TokensOf(claim.Span))]))).ToImmutableArray();
        claims = told.Length;
        foreach (var term in told.SelectMany(statement => statement.Terms))
            within[term] = within.GetValueOrDefault(term) + 1;

        var met = new HashSet<(int, TextSpan)>();
        foreach (var denials in Denials(told))
        {
            var asserted = told.Where(other => denials.Any(denial => Meets(denial, other))).ToImmutableArray();
            if (asserted.Length > 0 && asserted.All(other => met.Add((other.Article, other.Claim.Span))))
                yield return Make(denials, Shortest(asserted));
        }
    }

    /// <summary>Denials with content, those of one group of claims together.</summary>
    private IEnumerable<ImmutableArray<Statement>> Denials(ImmutableArray<Statement> told) => told
        .Where(statement => statement.Claim.Stance == Stance.Denied)
        .Select(statement => (Statement: statement, Content: ContentOf(statement)))
        .Where(denial => denial.Content.End > denial.Content.First)
        .Select(denial => denial.Statement with { Content = denial.Content, Terms = [.. Terms(story.Readings[denial.Statement.Article], denial.Content)] })
        .Where(denial => denial.Terms.Count >= LeastTerms)
        .GroupBy(denial => string.Join(' ', denial.Terms.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
        .Select(group => group.ToImmutableArray());

    /// <summary>The tokens after the denying verb up to the next mark.</summary>
    private (int First, int End) ContentOf(Statement statement)
    {
        var document = story.Readings[statement.Article].Document;
        var (first, end) = document.TokensOf(statement.Claim.Span);
        var verb = first;
        while (verb < end && !Verbs.Value.Contains(document.Tokens[verb].Lemma))
            verb++;

        var from = Math.Min(verb + 1, end);
        while (from < end && document.Tokens[from].Tag is PartOfSpeech.Sconj)
            from++;

        var to = from;
        while (to < end && document.Form(to) is not ("," or ";" or ":" or "–" or "—" or "“" or "\"" or "."))
            to++;

        return (from, to);
    }

    private bool Meets(Statement denial, Statement other)
    {
        if (other.Article == denial.Article || other.Claim.Stance == Stance.Denied || other.Claim.Sources.Intersect(denial.Claim.Sources, StringComparer.OrdinalIgnoreCase).Any() || IsOpen(other, denial))
            return false;

        var told = denial.Terms.Where(other.Terms.Contains).ToImmutableArray();
        return told.Length >= LeastTerms && told.Sum(Weight) >= LeastTold * denial.Terms.Sum(Weight);
    }

    /// <summary>Whether a claim is negated, asked, or told under a condition, up to the last of the denied words.</summary>
    private bool IsOpen(Statement statement, Statement denial)
    {
        var document = story.Readings[statement.Article].Document;
        var (first, end) = document.TokensOf(document.Sentences[statement.Claim.Sentence].Span);
        while (end > first && !denial.Terms.Contains(document.Tokens[end - 1].Lemma.ToLowerInvariant()))
            end--;

        for (var i = first; i < end; i++)
            if (document.Form(i) is "not" or "n't" or "n’t" or "never" or "no" or "none" or "without" or "neither" or "nothing" or "whether" or "if" or "?" || Verbs.Value.Contains(document.Tokens[i].Lemma))
                return true;

        return false;
    }

    private double Weight(string term) => models.Words.Idf(term) * Math.Log(1 + ((double)claims / within.GetValueOrDefault(term, 1)));

    private static SortedSet<string> Terms(Reading reading, (int First, int End) range)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = range.First; i < range.End; i++)
            if (reading.Document.Tokens[i] is { Tag: PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj, Lemma: not ("be" or "have" or "do" or "say" or "tell" or "claim" or "report" or "allegation" or "accusation" or "suggestion") } token)
                terms.Add(token.Lemma.ToLowerInvariant());

        return terms;
    }

    /// <summary>Of each article the shortest form.</summary>
    private static ImmutableArray<Statement> Shortest(ImmutableArray<Statement> statements) =>
        [.. statements.GroupBy(statement => statement.Article).Select(article => article.OrderBy(statement => statement.Claim.Span.Length).First())];

    private Conflict Make(ImmutableArray<Statement> denials, ImmutableArray<Statement> asserted)
    {
        var document = story.Readings[denials[0].Article].Document;
        var (first, end) = denials[0].Content;
        var about = new TextSpan(document.Tokens[first].Start, document.Tokens[Math.Min(end, first + MostWords) - 1].End).Of(document.Text);
        var values = new[] { Side("asserted", asserted), Side("denied", denials) }.OrderByDescending(side => side.Evidence.Length).ToImmutableArray();
        return new Conflict(about, ConflictKind.Polarity, index.Around(story, new Citation(asserted[0].Article, asserted[0].Claim.Span)), values, "denied-claim");
    }

    private ConflictValue Side(string value, ImmutableArray<Statement> statements) =>
        new(value, statements[0].Claim.Span.Of(story.Readings[statements[0].Article].Article.Text), [.. statements.Select(statement => new Citation(statement.Article, statement.Claim.Span)).Distinct()]);

    /// <summary>A claim with what it speaks of.</summary>
    private sealed record Statement(int Article, Claim Claim, SortedSet<string> Terms, (int First, int End) Content = default);
}
