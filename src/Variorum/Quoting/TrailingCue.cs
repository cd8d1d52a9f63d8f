namespace Variorum.Quoting;

/// <summary>Gives a source and cue at a sentence's end ("…, <i>officials said</i>.") all that the sentence says before them.</summary>
/// <remarks>Not where marks or another likely cue stand before, which take a part of it; a dateline says nothing and stays out.</remarks>
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
        for (var i = start; i < end; i++)
        {
            if (text.Marks[i] >= 0 || text.Odds[i] > OtherCue)
            {
                return report;
            }
        }

        return report with { Content = [new TextSpan(document.Tokens[start].Start, part.End)] };
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
