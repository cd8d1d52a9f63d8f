using System.Collections.Immutable;
using Variorum.Annotating;

namespace Variorum.Quoting;

/// <summary>Finds who is reported as saying, writing, thinking or wanting what.</summary>
/// <remarks>
/// <para><b>Method.</b> Quotation marks are paired by rule. Trained models then spot the words that may make a report and
/// label, for each, source, cue and content (<see cref="ReportFinder"/>). What is certain is left to rules: marks are not
/// torn apart, a stretch in marks that no report took goes to who spoke before or to nobody.</para>
/// <para><b>Order.</b> By where the content begins. <b>Errors.</b> Never throws on what a text contains. <b>Cost.</b> Linear.</para>
/// </remarks>
internal sealed class QuoteFinder(Models models)
{
    /// <summary>The quotes of an article, and the thoughts: beliefs, intentions and attitudes it reports without a word of anybody's.</summary>
    public (ImmutableArray<Quote> Quotes, ImmutableArray<Quote> Thoughts) Find(Article article, Document document, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains)
    {
        ArgumentNullException.ThrowIfNull(article);
        var scene = new QuoteScene(document, Tree.Of(document), QuotationMarks.PairWide(document.Text, document.Paragraphs), new SpeakerFinder(document, mentions), chains);
        var (outer, inner) = models.Reports.Find(new ReportText(document, QuotationMarks.Pair(document.Text, document.Paragraphs), mentions, models, models.Usages));
        var maker = new QuoteMaker(scene);
        if (article.Dateline is { } dateline)
        {
            WithoutDateline(dateline.Span, outer, inner);
        }

        var drafts = maker.Make(outer, inner);
        UncuedMarks.Add(scene, maker, drafts);
        new SpeakerCarrier(scene).Carry(drafts);
        var describer = new SourceDescriber(scene);
        var tellable = new Tellable(article, document, scene.Tree);
        var posts = new PostFinder(article, document, scene.Speakers).Find().ToList();
        var posted = posts.SelectMany(post => post.Content).ToHashSet();
        var all = drafts.Where(draft => draft.Quote.Cue is not null || draft.Quote.Source is not null || !posted.Any(post => post.Contains(draft.Quote.Content[0])))
            .Select(draft => tellable.Mend(draft.Quote)).Select(Describe).Concat(posts).OrderBy(quote => quote.Content[0].Start).ThenBy(quote => quote.Content[^1].End).ToList();
        return ([.. all.Where(IsTold)], [.. all.Where(quote => !IsTold(quote))]);

        Quote Describe(Quote quote) => quote.Source is { } source ? quote with { Described = describer.Describe(source, quote.Speaker) } : quote;
        bool IsTold(Quote quote) => quote.Act is not (QuoteAct.Meant or QuoteAct.PassedOn) && tellable.IsStatement(quote);
    }

    /// <summary>A dateline says nothing: what stands behind its colon is the article's own, or of those who are named there.</summary>
    private static void WithoutDateline(TextSpan dateline, List<FoundReport> outer, List<FoundReport> inner)
    {
        foreach (var report in outer.Where(report => report.Source.Any(dateline.Overlaps) || report.Cue[0].Start - dateline.End is >= 0 and < 3 && report.Cue[0].Length < 3).ToList())
        {
            outer.Remove(report);
            var freed = inner.Where(held => held.Cue.Any(cue => report.Content.Any(cue.Overlaps))).ToList();
            inner.RemoveAll(freed.Contains);
            outer.AddRange(freed);
        }

        outer.Sort((left, right) => left.Head.CompareTo(right.Head));
    }
}

/// <summary>A document as the rules for quotes see it.</summary>
internal sealed record QuoteScene(Document Document, Tree Tree, ImmutableArray<Marked> Marked, SpeakerFinder Speakers, ImmutableArray<Chain> Chains)
{
    /// <summary>Index of the first marked stretch that ends behind <paramref name="offset"/>.</summary>
    public int MarkFrom(int offset)
    {
        int low = 0, high = Marked.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Marked[middle].Outer.End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Whether a stretch in marks holds a span: what is reported there is within somebody's words.</summary>
    public bool IsMarked(TextSpan span) => MarkFrom(span.Start) is var mark && mark < Marked.Length && Marked[mark].Inner.Contains(span);

    /// <summary>The marked stretches that share something with a span, as indices.</summary>
    public IEnumerable<int> MarksIn(TextSpan span)
    {
        for (var i = MarkFrom(span.Start); i < Marked.Length && Marked[i].Outer.Start < span.End; i++)
        {
            yield return i;
        }
    }

    /// <summary>A noun with what describes it, but without clauses, and without what stands in marks.</summary>
    public TextSpan NounPhrase(int head)
    {
        var (first, end) = Tree.Range(head);
        foreach (var child in Tree.Children(head))
        {
            var token = Document.Tokens[child];
            if (token.Relation is Relation.Relative or Relation.NounClause or Relation.AdverbialClause or Relation.Parataxis or Relation.ClausalComplement || MarksIn(token.Span).Any())
            {
                (first, end) = child > head ? (first, Math.Min(end, Tree.Range(child).First)) : (Math.Max(first, Tree.Range(child).End), end);
            }
        }

        while (end > head + 1 && Document.Tokens[end - 1].Tag == PartOfSpeech.Punct)
        {
            end--;
        }

        while (first < head && (Document.Tokens[first].Tag == PartOfSpeech.Punct || Document.Tokens[first].Relation is Relation.Case or Relation.Marker or Relation.Coordinator))
        {
            first++;
        }

        return new TextSpan(Document.Tokens[first].Start, Document.Tokens[end - 1].End);
    }

    /// <summary>What stands in a marked stretch: a comma that only the marks' place asks for is not said.</summary>
    public TextSpan InnerOf(int mark)
    {
        var text = Document.Text;
        var (start, end) = (Marked[mark].Inner.Start, Marked[mark].Inner.End);
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ','))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new TextSpan(start, end);
    }
}

/// <summary>A quote in the making.</summary>
internal sealed class QuoteDraft
{
    /// <summary>A quotation has fewer stretches than this: a text of nothing but marks costs no more than its length.</summary>
    public const int MostParts = 64;

    public required Quote Quote { get; set; }

    /// <summary>Index of the cue's main word; -1 without a cue.</summary>
    public int Head { get; init; } = -1;

    /// <summary>The marked stretches that its content holds.</summary>
    public List<int> Marks { get; init; } = [];

    /// <summary>The words behind the content that tell who passed it on; null for none.</summary>
    public TextSpan? Tail { get; set; }

    /// <summary>Takes a stretch in marks into the content.</summary>
    public QuoteDraft Extend(int mark, TextSpan inner)
    {
        Marks.Add(mark);
        Quote = Quote with
        {
            Content = [.. Quote.Content.Add(inner).Order()],
            Quoted = [.. Quote.Quoted.Add(inner).Order()],
            Marked = Quote.Marked with { Content = [.. Quote.Marked.Content.Add(inner).Order()] },
        };
        return this;
    }
}
