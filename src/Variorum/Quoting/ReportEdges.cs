namespace Variorum.Quoting;

/// <summary>Cuts off a report's source and content what the tree hangs on the cue itself: when, where and how it was said ("said <i>by telephone</i> that …", "said Lind, <i>in a statement</i>").</summary>
internal static class ReportEdges
{
    /// <summary>So many words of a content may stand before the conjunction that opens it.</summary>
    private const int LongestOpening = 8;

    /// <summary>The report with a source that ends before such a phrase, and a content that begins behind it.</summary>
    public static FoundReport Cut(Document document, FoundReport report) => report with
    {
        Source = [.. report.Source.Select(part => CutSource(document, report.Head, part))],
        Content = [.. report.Content.Select(part => CutContent(document, report.Head, part))],
    };

    private static TextSpan CutSource(Document document, int cue, TextSpan part)
    {
        var (first, end) = document.TokensOf(part);
        for (var i = first + 1; i < end; i++)
        {
            if (document.Tokens[i].Penn.IsVerb())
            {
                return part;
            }

            if (document.Tokens[i] is { Relation: Relation.Case, Head: var noun } && noun > i && (IsCircumstance(document, cue, noun) || IsDay(document, noun) && document.Form(i) is "on" || IsWriting(document, i, noun))
                || i == end - 1 && IsDay(document, i) && document.Tokens[i].Relation is not Relation.Flat)
            {
                var last = document.Form(i - 1) is "," ? i - 2 : i - 1;
                return last >= first ? new TextSpan(part.Start, document.Tokens[last].End) : part;
            }
        }

        return part;
    }

    /// <summary>"Lind on Friday": when it was said, wherever the tree hangs it.</summary>
    private static bool IsDay(Document document, int word) => document.Form(word) is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "yesterday";

    /// <summary>"Lind in a letter", "Lind, in an interview": in what it was said, behind a name or a comma.</summary>
    private static bool IsWriting(Document document, int preposition, int noun) =>
        document.Form(preposition) is "in" or "during" && document.Tokens[noun].Lemma is "statement" or "letter" or "interview" or "tweet" or "email" or "speech" or "memo" or "release" or "post"
        && (document.Form(preposition - 1) is "," || document.Tokens[preposition - 1].Tag == PartOfSpeech.Propn);

    private static bool IsCircumstance(Document document, int cue, int noun) => document.Tokens[noun] is { Relation: Relation.Oblique or Relation.UnmarkedOblique or Relation.Agent } token && token.Head == cue;

    private static TextSpan CutContent(Document document, int cue, TextSpan part)
    {
        var (first, end) = document.TokensOf(part);
        for (var i = first + 1; i < Math.Min(end, first + LongestOpening); i++)
        {
            if (document.Tokens[i] is { Relation: Relation.Marker, Head: var verb } && verb > i && document.Form(i) is "that" && IsOpening(document, cue, verb, first, i))
            {
                return new TextSpan(document.Tokens[i].Start, part.End);
            }
        }

        return part;
    }

    /// <summary>Whether a clause completes the cue, and the words before it hang on the cue as circumstances; one that hangs on these completes a verb of saying too.</summary>
    private static bool IsOpening(Document document, int cue, int verb, int first, int that)
    {
        var clause = document.Tokens[verb];
        var completes = clause.Relation == Relation.ClausalComplement && clause.Head == cue;
        return (completes || (clause.Head >= first && clause.Head < that && IsCircumstance(document, cue, clause.Head) && IsSaying(document, cue)))
            && Enumerable.Range(first, that - first).All(word => document.Tokens[word].Tag == PartOfSpeech.Punct || IsCircumstance(document, cue, TopOf(document, cue, word, first, that)));
    }

    private static bool IsSaying(Document document, int cue) => document.Tokens[cue].Penn.IsVerb() && CueLexicon.Find(document.Tokens[cue].Lemma) is not null;

    /// <summary>The word by which another of some words hangs on the cue, or on a word that is none of them.</summary>
    private static int TopOf(Document document, int cue, int word, int first, int end)
    {
        for (var steps = 0; steps < LongestOpening && document.Tokens[word].Head is var head && head >= first && head < end && head != cue; steps++)
        {
            word = head;
        }

        return word;
    }
}
