using System.Collections.Immutable;

namespace Variorum.Claiming;

/// <summary>Parts a sentence into the clauses that can be true or false by themselves.</summary>
/// <remarks>
/// <b>Method.</b> Marks and connectives propose a boundary; it stands where both sides have a verb and the right one a
/// subject of its own, or is a participle clause that runs to the sentence's end. Where in doubt the
/// sentence stays whole: a clause too long is still true, one cut short may not be.
/// </remarks>
internal static class ClauseSplitter
{
    private const int FewestWords = 4;

    /// <summary>Most tokens of a list's item, its comma included.</summary>
    private const int LongestItem = 7;

    /// <param name="document">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="whole">Spans that no boundary may cut: words in quotation marks, a cue with its source and content.</param>
    /// <returns>Half-open token ranges that together cover the sentence.</returns>
    public static ImmutableArray<(int First, int End)> Split(Document document, Sentence sentence, IReadOnlyList<TextSpan> whole)
    {
        var clauses = ImmutableArray.CreateBuilder<(int, int)>();
        var first = sentence.First;
        for (var i = sentence.First + 1; i < sentence.End - 1; i++)
        {
            if (Proposes(document, sentence, i) && !EndsList(document, first, i) && !Cuts(document, whole, i)
                && Stands(document, first, i) && RightStands(document, i, sentence.End))
            {
                clauses.Add((first, i));
                first = i;
            }
        }

        clauses.Add((first, sentence.End));
        return clauses.ToImmutable();
    }

    /// <summary>Whether a clause may begin at token <paramref name="i"/>: a mark stands before it.</summary>
    private static bool Proposes(Document document, Sentence sentence, int i)
    {
        if (i <= sentence.First || document.Tokens[i].Tag == PartOfSpeech.Punct)
        {
            return false;
        }

        // a hyphen inside a name ("Mazar-i-Sharif") is no dash
        return document.Form(i - 1) is "," or ";" or "—" or "–" or "--" or ":"
            || (document.Form(i - 1) is "-" && i - 2 >= sentence.First && document.Tokens[i - 2].End < document.Tokens[i - 1].Start);
    }

    /// <summary>"on the cultural, economic, and social levels": an "and" after two items without a verb closes a list.</summary>
    private static bool EndsList(Document document, int first, int i)
    {
        if (document.Form(i) is not ("and" or "or"))
        {
            return false;
        }

        for (var k = i - 2; k >= Math.Max(first, i - LongestItem); k--)
        {
            if (document.Form(k) is ",")
            {
                return true;
            }

            if (document.Tokens[k].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Cuts(Document document, IReadOnlyList<TextSpan> whole, int i)
    {
        var at = document.Tokens[i].Start;
        foreach (var span in whole)
        {
            if (span.Start < at && at < span.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the tokens hold a statement: enough words, among them a verb after a subject.</summary>
    private static bool Stands(Document document, int first, int end)
    {
        int words = 0, subject = -1;
        var said = false;
        for (var i = first; i < end; i++)
        {
            var token = document.Tokens[i];
            words += token.Tag == PartOfSpeech.Punct ? 0 : 1;
            if (IsNominal(token.Tag) && subject < 0)
            {
                subject = i;
            }
            else if (subject >= 0 && IsFinite(document, i, first))
            {
                said = true;
            }
        }

        return said && words >= FewestWords;
    }

    private static bool RightStands(Document document, int i, int end)
    {
        var token = document.Tokens[i];
        if (Words(document, i, end) < FewestWords)
        {
            return false;
        }

        return document.Form(i) switch
        {
            "and" or "but" or "while" or "although" or "though" or "as" or "after" or "before" or "because" or "since" or "when" or "yet" or "whereas"
                => SubjectThenVerb(document, i + 1, end),
            "something" => SubjectThenVerb(document, i + 1, end),
            "with" => RunsToEnd(document, i, end) && HasVerb(document, i, end),
            _ when document.Form(i - 1) is ";" => Stands(document, i, end),
            "according" => false,
            _ when IsParticiple(document, i) => RunsToEnd(document, i, end),
            _ => token.Tag is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Propn
                && document.Form(i - 1) is "—" or "–" or "-" or "--" && SubjectThenVerb(document, i, end),
        };
    }

    /// <summary>Whether a nominal comes before the first verb: the clause has a subject of its own.</summary>
    private static bool SubjectThenVerb(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux)
            {
                return false;
            }

            if (document.Form(i) is "," or ";")
            {
                return false;
            }

            if (IsNominal(document.Tokens[i].Tag))
            {
                return HasVerbBeforeComma(document, i + 1, end);
            }
        }

        return false;
    }

    private static bool HasVerbBeforeComma(Document document, int first, int end)
    {
        for (var i = first; i < end && document.Form(i) is not ("," or ";"); i++)
        {
            if (IsFinite(document, i, first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no comma follows: a clause closed by one is inside another, and that would be cut in two.</summary>
    private static bool RunsToEnd(Document document, int i, int end)
    {
        for (var k = i + 1; k < end - 1; k++)
        {
            if (document.Form(k) is ",")
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasVerb(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Tag == PartOfSpeech.Verb)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsParticiple(Document document, int i) =>
        document.Tokens[i].Tag == PartOfSpeech.Verb && document.Form(i).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>A verb that is neither an infinitive nor an -ing form.</summary>
    private static bool IsFinite(Document document, int i, int first)
    {
        var tag = document.Tokens[i].Tag;
        return tag is PartOfSpeech.Aux
            || (tag is PartOfSpeech.Verb && !document.Form(i).EndsWith("ing", StringComparison.Ordinal) && !(i > first && document.Form(i - 1) is "to"));
    }

    private static bool IsNominal(PartOfSpeech tag) => tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num;

    private static int Words(Document document, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            words += document.Tokens[i].Tag == PartOfSpeech.Punct ? 0 : 1;
        }

        return words;
    }
}
