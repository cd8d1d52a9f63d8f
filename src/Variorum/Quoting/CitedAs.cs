using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Reads reports that say by whom words were quoted: "X was quoted by Y as saying", "Y cited X as telling".</summary>
internal static class CitedAs
{
    /// <summary>A hearer is named in fewer words.</summary>
    private const int LongestHearer = 8;

    /// <summary>Who spoke and who quoted, as words; null where a report's cue does not quote.</summary>
    public static (TextSpan Speaker, TextSpan? Quoter)? Read(QuoteScene scene, FoundReport report)
    {
        var (document, tree) = (scene.Document, scene.Tree);
        var verb = VerbIn(document, report);
        if (verb < 0)
        {
            return null;
        }

        if (!tree.IsPassive(verb) && tree.Child(verb, Relation.Object) >= 0)
        {
            return tree.Child(verb, Relation.Object) is >= 0 and var cited && tree.Subject(verb) is >= 0 and var citer && IsFree(scene, report, cited)
                ? (Near(scene, cited), Near(scene, citer)) : null;
        }

        var subject = tree.Child(verb, Relation.PassiveSubject, Relation.NominalSubject) is >= 0 and var own ? own : tree.Subject(verb);
        return subject < 0 ? null : (Near(scene, subject), AgentOf(scene, verb) is >= 0 and var agent ? tree.Span(agent) : null);
    }

    /// <summary>What was said: what stands in marks, else what follows "as saying".</summary>
    public static (ImmutableArray<TextSpan> Content, bool IsDirect) Words(QuoteScene scene, ImmutableArray<TextSpan> content, TextSpan speaker, List<int> marks)
    {
        if (marks.Exists(mark => content.Any(part => part.Start <= scene.InnerOf(mark).Start && part.Start >= scene.Marked[mark].Outer.Start)))
        {
            return ([.. marks.Select(scene.InnerOf).Where(inner => !inner.IsEmpty)], true);
        }

        return ([.. content.Select(part => Behind(scene, part, speaker)).Where(part => !part.IsEmpty)], false);
    }

    /// <summary>As much of a part as stands behind the speaker and "as telling Y that".</summary>
    private static TextSpan Behind(QuoteScene scene, TextSpan part, TextSpan speaker)
    {
        var (first, end) = scene.Document.TokensOf(part);
        first -= first > 0 && scene.Document.Form(first - 1) is "as" ? 1 : 0;
        if (!part.Overlaps(speaker) && (first + 1 >= end || scene.Document.Form(first) is not "as" || scene.Document.Tokens[first + 1].Penn != PennTag.VBG))
        {
            return part;
        }

        for (var i = first; i + 1 < end; i++)
        {
            if (scene.Document.Form(i) is "as" && scene.Document.Tokens[i + 1].Penn == PennTag.VBG)
            {
                var said = scene.Tree.Child(i + 1, Relation.ClausalComplement);
                var from = said >= 0 ? Math.Max(i + 2, scene.Tree.Range(said).First) : That(scene, i + 2, Math.Min(end, i + 2 + LongestHearer));
                from = from < end && scene.Document.Form(from) is "that" ? from + 1 : from;
                return from < end ? new TextSpan(scene.Document.Tokens[from].Start, part.End) : default;
            }
        }

        return new TextSpan(Math.Max(part.Start, Math.Min(speaker.End, part.End)), part.End);
    }

    /// <summary>The first "that" from a word on, else the word.</summary>
    private static int That(QuoteScene scene, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (scene.Document.Form(i) is "that")
            {
                return i;
            }
        }

        return from;
    }

    private static int VerbIn(Document document, FoundReport report)
    {
        foreach (var (first, end) in report.Cue.Select(document.TokensOf))
        {
            for (var i = first; i < end; i++)
            {
                if (document.Tokens[i].Penn.IsVerb() && document.Tokens[i].Lemma is "quote" or "cite" || document.Form(i) is "quoted" or "cited")
                {
                    return i;
                }
            }
        }

        var above = document.Tokens[report.Head].Head;
        return above >= 0 && document.Tokens[above].Lemma is "quote" or "cite" && document.Tokens[report.Head].Penn == PennTag.VBG ? above : -1;
    }

    /// <summary>What is cited itself ("cited security concerns") is content, not who speaks.</summary>
    private static bool IsFree(QuoteScene scene, FoundReport report, int token) =>
        report.Source.Any(span => span.Contains(scene.Document.Tokens[token].Start)) || HasAs(scene, scene.Document.Tokens[token].Head, token) && SourceNouns.CanSpeak(scene.Document, token);

    /// <summary>Whether "as saying" follows.</summary>
    private static bool HasAs(QuoteScene scene, int verb, int from)
    {
        var end = Math.Min(scene.Document.Tokens.Length - 1, from + 12);
        for (var i = Math.Max(verb, from); i < end; i++)
        {
            if (scene.Document.Form(i) is "as" && scene.Document.Tokens[i + 1].Penn == PennTag.VBG)
            {
                return true;
            }
        }

        return false;
    }

    private static int AgentOf(QuoteScene scene, int verb)
    {
        if (scene.Tree.Child(verb, Relation.Agent) is >= 0 and var agent)
        {
            return agent;
        }

        var sentence = scene.Document.Sentences[Math.Max(0, scene.Document.SentenceAt(scene.Document.Tokens[verb].Start))];
        for (var i = verb + 1; i < sentence.End; i++)
        {
            if (scene.Document.Form(i) is "by" && scene.Document.Tokens[i].Relation == Relation.Case && scene.Document.Tokens[i].Head > i)
            {
                return scene.Document.Tokens[i].Head;
            }
        }

        return -1;
    }

    private static TextSpan Near(QuoteScene scene, int token) => scene.NounPhrase(token);
}
