using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Gives a cue the speaker behind it who ends the sentence ("…, <i>said Putin</i>.") or stands before a colon and marks ("Not so, <i>says Putin</i>: “…”"), whatever the model took for one.</summary>
/// <remarks>What the model took then is what was said: content goes on to the comma, unless a clause of its own stands there; or it begins with the marks.</remarks>
internal static class TrailingSource
{
    /// <summary>A name with what describes it has fewer words than this.</summary>
    private const int Longest = 16;

    /// <summary>The report with its speaker.</summary>
    public static FoundReport Take(ReportText text, FoundReport report)
    {
        var (document, cue) = (text.Document, report.Head);
        var sentence = document.Sentences[Math.Max(0, document.SentenceAt(document.Tokens[cue].Start))];
        var token = document.Tokens[cue];
        if (cue <= sentence.First || token.Penn is not (PennTag.VBD or PennTag.VBZ) || CueLexicon.Find(token.Lemma) is null || CueLexicon.IsTelling(token.Lemma))
        {
            return report;
        }

        if (BeforeColon(text, report, sentence) is { } introduced)
        {
            return introduced;
        }

        if (document.Form(cue - 1) is not "," || report.Content[^1].End > token.Start)
        {
            return report;
        }

        var end = sentence.End;
        while (end > cue + 1 && document.Tokens[end - 1].Tag == PartOfSpeech.Punct)
        {
            end--;
        }

        if (!IsSomebody(text, cue + 1, end))
        {
            return report;
        }

        var speaker = new TextSpan(document.Tokens[cue + 1].Start, document.Tokens[end - 1].End);
        return report.Source.Length > 0 && report.Source.All(speaker.Overlaps) ? report : report with { Source = [speaker], Content = UpTo(document, report, cue - 1) };
    }

    private static FoundReport? BeforeColon(ReportText text, FoundReport report, Sentence sentence)
    {
        var (document, colon) = (text.Document, report.Head + 1);
        while (colon < sentence.End && colon - report.Head <= Longest && document.Form(colon) is not ":")
        {
            colon++;
        }

        if (colon + 1 >= sentence.End || document.Form(colon) is not ":" || text.Marks[colon + 1] < 0 || !IsSomebody(text, report.Head + 1, colon))
        {
            return null;
        }

        var start = document.Tokens[colon + 1].Start;
        ImmutableArray<TextSpan> content = [.. report.Content.Where(part => part.End > start).Select(part => part with { Start = Math.Max(part.Start, start) })];
        return content.IsEmpty ? null : report with { Source = [new TextSpan(document.Tokens[report.Head + 1].Start, document.Tokens[colon - 1].End)], Content = content };
    }

    private static bool IsSomebody(ReportText text, int first, int end)
    {
        if (first >= end || end - first >= Longest)
        {
            return false;
        }

        var tokens = text.Document.Tokens;
        for (var i = first; i < end; i++)
        {
            if (text.Marks[i] >= 0 || tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj)
            {
                return false;
            }
        }

        return text.Document.Form(first) is "he" or "she" or "they" || (tokens[first].Tag == PartOfSpeech.Propn && SourceNouns.CanSpeak(text.Document, first));
    }

    private static ImmutableArray<TextSpan> UpTo(Document document, FoundReport report, int comma)
    {
        var last = report.Content[^1];
        for (var i = document.TokensOf(last).End; i < comma; i++)
        {
            if (document.Tokens[i].Penn.IsFinite())
            {
                return report.Content;
            }
        }

        return [.. report.Content[..^1], new TextSpan(last.Start, Math.Max(last.End, document.Tokens[comma - 1].End))];
    }
}
