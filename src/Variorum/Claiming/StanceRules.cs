using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Lexicons;

namespace Variorum.Claiming;

/// <summary>How an article stands to each of its statements: the first rule that speaks decides.</summary>
/// <remarks><b>Order.</b> Denial, a hedge on the report itself, a source's word, a hedge, the article's own voice.</remarks>
internal sealed class StanceRules(Document document, Tree tree, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains, ImmutableArray<Quote> quotes)
{
    private static readonly FrozenSet<string> Hedges = Lexicon.Words("hedges");
    private static readonly FrozenSet<string> PassiveHedges = Lexicon.Words("passive-hedges");
    private static readonly FrozenSet<string> Denials = Lexicon.Words("denials");
    private static readonly FrozenSet<string> Dismissals = Lexicon.Words("dismissals");
    private static readonly FrozenSet<string> Statements = Lexicon.Words("statements");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HedgeForms = Hedges.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PassiveForms = PassiveHedges.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="span">The statement.</param>
    /// <param name="sentence">Index of its sentence.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="near">The quotes that touch its sentence.</param>
    public Claim Judge(TextSpan span, int sentence, int first, int end, List<int> near)
    {
        var quote = Bearer(span, near);
        var spoken = quote is { } q ? quotes[q] : null;
        if (Denial(first, end, spoken) is { } verb)
        {
            return Make(Stance.Denied, Subject(verb, spoken), "denial-verb");
        }

        if (spoken is not null && Hedge(first, end, spoken, inside: false) >= 0)
        {
            return Make(Stance.Hedged, SourceOf(spoken), "hedged-report");
        }

        if (spoken is not null)
        {
            return Make(Stance.Attributed, SourceOf(spoken), "source-bears-it");
        }

        return Hedge(first, end, null, inside: true) >= 0
            ? Make(Stance.Hedged, [], "hedge-word")
            : Make(Stance.Asserted, [], "own-voice");

        Claim Make(Stance stance, ImmutableArray<string> sources, string rule) =>
            new(span, sentence, stance, sources, spoken is null ? [] : [.. spoken.Via.Select(v => v.Name)], quote, rule);
    }

    /// <summary>The quote whose content makes up at least half of the statement, cue and source aside; null for none.</summary>
    private int? Bearer(TextSpan span, List<int> near)
    {
        int? best = null;
        var most = 0;
        foreach (var i in near)
        {
            var quote = quotes[i];
            var covered = quote.Content.Sum(part => Common(part, span));
            var frame = (quote.Cue is { } cue ? Common(cue, span) : 0) + (quote.Source is { } source ? Common(source, span) : 0);
            if (covered > most && covered * 2 >= span.Length - frame)
            {
                (best, most) = (i, covered);
            }
        }

        return best;
    }

    private static int Common(TextSpan left, TextSpan right) => Math.Max(0, Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start));

    /// <summary>The token of a denial that stands in the reporter's words; null for none.</summary>
    private int? Denial(int first, int end, Quote? spoken)
    {
        for (var i = first; i < end; i++)
        {
            var token = document.Tokens[i];
            if (spoken is not null && spoken.Quoted.Any(q => q.Contains(token.Span)))
            {
                continue;
            }

            var denies = Denials.Contains(token.Lemma) && !IsRefusal(i, end);
            var dismisses = Dismissals.Contains(token.Lemma) && token.Tag == PartOfSpeech.Verb && Dismisses(i + 1, end);
            if ((denies || dismisses) && !IsNegated(i))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>"was denied bail", "denied entry": nothing is said to be false.</summary>
    private bool IsRefusal(int i, int end) =>
        i > 0 && document.Tokens[i - 1].Lemma is "be" or "get" && document.Tokens[i].Tag == PartOfSpeech.Verb && !(i + 1 < end && document.Form(i + 1) is "by");

    private bool Dismisses(int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 6); i++)
        {
            if (Statements.Contains(document.Tokens[i].Lemma))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"did not deny", "without rejecting": the denial is itself denied.</summary>
    private bool IsNegated(int i) => tree.Negation(i) >= 0 || (tree.Child(i, Relation.Marker) is >= 0 and var marker && document.Tokens[marker].Lemma == "without");

    /// <summary>The token of a hedge; -1 for none. <paramref name="inside"/> tells whether a source's own words count.</summary>
    private int Hedge(int first, int end, Quote? spoken, bool inside)
    {
        for (var i = first; i < end; i++)
        {
            var token = document.Tokens[i];
            if (!inside && spoken is not null && (spoken.Content.Any(c => c.Contains(token.Span)) || token.Tag == PartOfSpeech.Aux))
            {
                continue;
            }

            if (IsHedge(i, end))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsHedge(int i, int end)
    {
        var form = document.Form(i);
        if (HedgeForms.Contains(form))
        {
            // "suspected" says who suspects as a verb; "May" the month, and "could not", which leaves nothing open
            return form[0] != 'M' && document.Tokens[i].Tag != PartOfSpeech.Verb && !(i + 1 < end && document.Tokens[i].Tag == PartOfSpeech.Aux && document.Form(i + 1) is "not" or "n't" or "n’t");
        }

        if (PassiveForms.Contains(form) && i + 1 < end && document.Form(i + 1) is "to" && i > 0)
        {
            return document.Tokens[i - 1].Lemma is "be" || document.Tokens[i - 1].Tag is PartOfSpeech.Adv;
        }

        return document.Tokens[i].Lemma is "appear" or "seem" && document.Tokens[i].Tag == PartOfSpeech.Verb && i + 1 < end && document.Form(i + 1) is "to";
    }

    private ImmutableArray<string> SourceOf(Quote quote)
    {
        if (quote.Speaker is { } chain && IsPronoun(quote.Source))
        {
            return [chains[chain].Name];
        }

        return quote.Source is { } source ? [source.Of(document.Text)] : quote.Speaker is { } speaker ? [chains[speaker].Name] : [];
    }

    private bool IsPronoun(TextSpan? source)
    {
        if (source is not { } span)
        {
            return true;
        }

        var (first, end) = document.TokensOf(span);
        return end - first == 1 && document.Tokens[first].Tag == PartOfSpeech.Pron;
    }

    /// <summary>Who denies: the verb's doer, else the quote's source.</summary>
    private ImmutableArray<string> Subject(int verb, Quote? spoken)
    {
        if (spoken?.Cue is { } cue && cue.Overlaps(document.Tokens[verb].Span))
        {
            return SourceOf(spoken);
        }

        var doer = tree.Doer(tree.Clause(verb));
        if (doer < 0 || document.Tokens[doer].Penn is PennTag.WDT or PennTag.WP)
        {
            return spoken is null ? [] : SourceOf(spoken);
        }

        var phrase = Phrase(doer);
        var named = mentions.FirstOrDefault(m => m.Kind == MentionKind.Pronoun && m.Chain >= 0 && m.Span == phrase);
        return [named is null ? phrase.Of(document.Text) : chains[named.Chain].Name];
    }

    /// <summary>A noun with what stands before it, and what belongs to its name.</summary>
    private TextSpan Phrase(int noun)
    {
        var (first, _) = tree.Range(noun);
        first = document.Tokens[first].Relation == Relation.Case ? first + 1 : first;
        var last = noun;
        foreach (var child in tree.Children(noun))
        {
            last = child == last + 1 && document.Tokens[child].Relation is Relation.Flat or Relation.Fixed ? child : last;
        }

        return new TextSpan(document.Tokens[Math.Min(first, noun)].Start, document.Tokens[last].End);
    }
}
