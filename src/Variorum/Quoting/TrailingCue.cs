namespace Variorum.Quoting;

/// <summary>Gives a source and cue at a sentence's end ("…, <i>officials said</i>.") all that the sentence says before them.</summary>
/// <remarks>Not where marks or another likely cue stand before, which take a part of it, unless what was found is the mere end of a list; a dateline says nothing and stays out.</remarks>
internal static class TrailingCue
{
    /// <summary>Log-odds of a word that may take a part of the sentence for itself.</summary>
    private const float OtherCue = 0;

    /// <summary>A dateline has fewer words than this.</summary>
    private const int LongestDateline = 16;

    /// <summary>The report with the whole of its sentence as content, where its source and cue end it.</summary>
    public static FoundReport Extend(ReportText text, Sentence sentence, FoundReport report)
    {
        if (report.Content.Length != 1 || report.Source.IsEmpty)
        {
            return report;
        }

        var (document, part) = (text.Document, report.Content[0]);
        var (first, end) = document.TokensOf(part);
        var next = Math.Min(report.Source[0].Start, report.Cue[0].Start);
        var last = document.TokensOf(new TextSpan(part.Start, Math.Max(report.Source[^1].End, report.Cue[^1].End))).End;
        if (first <= sentence.First || next < part.End || last < sentence.End - 1 || (document.Form(end - 1) is not "," && document.Form(end) is not ","))
        {
            return report;
        }

        var start = AfterDateline(text, sentence, first);
        for (var i = start; i < end && !IsTail(document, first, end); i++)
        {
            if (text.Marks[i] >= 0 || text.Odds[i] > OtherCue)
            {
                return report;
            }
        }

        return report with { Content = [new TextSpan(document.Tokens[start].Start, part.End)] };
    }

    /// <summary>Whether a report's content is its sentence from the first word on, and its source and cue end the sentence.</summary>
    public static bool EndsAll(ReportText text, FoundReport report)
    {
        if (report.Content.Length != 1 || report.Source.IsEmpty || Math.Min(report.Source[0].Start, report.Cue[0].Start) < report.Content[0].End)
        {
            return false;
        }

        var document = text.Document;
        var sentence = document.Sentences[document.SentenceAt(report.Content[0].Start)];
        var last = document.TokensOf(new TextSpan(report.Content[0].Start, Math.Max(report.Source[^1].End, report.Cue[^1].End))).End;
        return document.Tokens[AfterDateline(text, sentence, document.TokensOf(report.Content[0]).End)].Start == report.Content[0].Start && last >= sentence.End - 1 && last <= sentence.End;
    }

    /// <summary>Whether a content is the last of a list and states nothing by itself: the sentence before it is what was said, whatever stands in it.</summary>
    private static bool IsTail(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux)
            {
                return false;
            }
        }

        return document.Form(first - 1) is "," or "and" or "or";
    }

    /// <summary>The first word behind a dash between blanks that only names and numbers stand before; else the sentence's first.</summary>
    private static int AfterDateline(ReportText text, Sentence sentence, int first)
    {
        var tokens = text.Document.Tokens;
        for (var i = sentence.First; i < Math.Min(first, sentence.First + LongestDateline) && !tokens[i].Penn.IsVerb(); i++)
        {
            if (i > sentence.First && text.Document.Form(i) is "—" or "–" or "-" or "--" && tokens[i - 1].End < tokens[i].Start && tokens[i].End < tokens[i + 1].Start)
            {
                return i + 1;
            }
        }

        return sentence.First;
    }
}
