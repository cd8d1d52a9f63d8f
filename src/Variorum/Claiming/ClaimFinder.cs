using System.Collections.Immutable;
using Variorum.Annotating;

namespace Variorum.Claiming;

/// <summary>Finds an article's checkable statements and how it stands to each.</summary>
/// <remarks><b>Method.</b> Every clause with a verb is a statement; questions in the article's own voice and lines without a verb are none.</remarks>
internal sealed class ClaimFinder
{
    /// <param name="article">What was published: its dateline is no part of a statement.</param>
    /// <param name="document">The text.</param>
    /// <param name="mentions">What it names.</param>
    /// <param name="chains">Its mentions, joined.</param>
    /// <param name="quotes">Who it reports as saying what, in the order of the text.</param>
    public ImmutableArray<Claim> Find(Article article, Document document, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains, ImmutableArray<Quote> quotes)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var tree = Tree.Of(document);
        var stances = new StanceRules(document, tree, mentions, chains, quotes);
        var sweep = new QuoteSweep(quotes);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            if (sentence.IsHeading)
            {
                continue;
            }

            var near = sweep.At(sentence.Span);
            foreach (var (start, end) in ClauseSplitter.Split(document, sentence, Whole(document, sentence.Span, quotes, near)))
            {
                var first = article.Dateline is { } dateline ? Math.Max(start, document.TokenAt(dateline.Span.End)) : start;
                if (Trim(document, first, end) is { } span && IsStatement(document, first, end, near.Count > 0))
                {
                    claims.Add(stances.Judge(span, s, first, end, near));
                }
            }
        }

        return claims.ToImmutable();
    }

    /// <summary>What no clause boundary may cut: words in marks, and a cue from its source and its content.</summary>
    private static List<TextSpan> Whole(Document document, TextSpan sentence, ImmutableArray<Quote> quotes, List<int> touching)
    {
        var whole = new List<TextSpan>();
        foreach (var quote in touching.Select(i => quotes[i]))
        {
            whole.AddRange(quote.Quoted.Where(sentence.Overlaps));
            if (quote.Cue is not { } cue || !sentence.Overlaps(cue))
            {
                continue;
            }

            // "…, saying it was too late": what the source did before it spoke is a statement of its own
            var trails = quote.Source is { } source && source.End < cue.Start && cue.Of(document.Text).EndsWith("ing", StringComparison.Ordinal);
            whole.Add(!trails && quote.Source is { } near && sentence.Overlaps(near) ? cue.Union(near) : cue);
            foreach (var part in quote.Content.Where(sentence.Overlaps))
            {
                // from the cue to the content's near edge, so that a boundary may still fall inside the content
                whole.Add(part.Start >= cue.End ? new TextSpan(cue.Start, part.Start + 1) : new TextSpan(part.End - 1, cue.End));
            }
        }

        return whole;
    }

    private static bool IsStatement(Document document, int first, int end, bool reported)
    {
        int words = 0;
        var verb = false;
        for (var i = first; i < end; i++)
        {
            var tag = document.Tokens[i].Tag;
            words += tag == PartOfSpeech.Punct ? 0 : 1;
            verb |= tag is PartOfSpeech.Verb or PartOfSpeech.Aux;
        }

        return words >= 3 && verb && (reported || document.Form(end - 1) is not "?");
    }

    /// <summary>The clause without the marks and the conjunction at its edges; null where nothing is left.</summary>
    private static TextSpan? Trim(Document document, int first, int end)
    {
        while (first < end && (document.Form(first) is "," or ";" or "—" or "–" or "-" or "--" or ":" || document.Tokens[first].Tag == PartOfSpeech.Cconj))
        {
            first++;
        }

        while (end > first && document.Form(end - 1) is "," or ";" or "—" or "–" or "-" or "--" or ":")
        {
            end--;
        }

        return first < end ? new TextSpan(document.Tokens[first].Start, document.Tokens[end - 1].End) : null;
    }

    /// <summary>The quotes that touch a sentence, found in one pass over sentences and quotes in the text's order.</summary>
    private sealed class QuoteSweep(ImmutableArray<Quote> quotes)
    {
        private readonly (TextSpan Reach, int Quote)[] reaches = [.. quotes
            .Select((quote, i) => (Reach(quote), i)).Where(r => quotes[r.i].Act != QuoteAct.Fragment).OrderBy(r => r.Item1.Start).ThenBy(r => r.i)];

        private readonly List<(TextSpan Reach, int Quote)> open = [];
        private int next;

        public List<int> At(TextSpan sentence)
        {
            while (next < reaches.Length && reaches[next].Reach.Start < sentence.End)
            {
                open.Add(reaches[next++]);
            }

            open.RemoveAll(r => r.Reach.End <= sentence.Start);
            return [.. open.Where(r => Touches(quotes[r.Quote], sentence)).Select(r => r.Quote)];
        }

        private static bool Touches(Quote quote, TextSpan sentence) =>
            quote.Content.Any(sentence.Overlaps) || (quote.Cue is { } cue && sentence.Overlaps(cue));

        private static TextSpan Reach(Quote quote) =>
            new[] { quote.Cue, quote.Source }.Aggregate(quote.Extent, (reach, span) => span is { } s ? reach.Union(s) : reach);
    }
}
