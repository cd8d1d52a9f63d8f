namespace Variorum.Quoting;

/// <summary>Keeps words in marks that somebody else owns ("following <i>Ann Lee's</i> hasty “stay away” remark") out of what is reported.</summary>
/// <remarks>A content that runs on from one stretch in marks to such a one ends behind the first: whose words the others are is said beside them.</remarks>
internal static class OwnedMarks
{
    /// <summary>How many words may stand between the owner and the marks.</summary>
    private const int FarthestOwner = 3;

    /// <summary>The report without stretches that are another's; null where nobody is its source and such a stretch is what it is of.</summary>
    public static FoundReport? Leave(ReportText text, FoundReport report) =>
        report.Source.IsEmpty && report.Content.Any(part => OpensOwned(text, part)) ? null : report with { Content = [.. report.Content.Select(part => Leave(text, part))] };

    private static bool OpensOwned(ReportText text, TextSpan part)
    {
        var (first, end) = text.Document.TokensOf(part);
        while (first < end && text.Marks[first] < 0)
        {
            first++;
        }

        return first < end && IsOwned(text, first, -1);
    }

    private static TextSpan Leave(ReportText text, TextSpan part)
    {
        var (first, end) = text.Document.TokensOf(part);
        var last = -1;
        for (var i = first; i < end; i++)
        {
            if (text.Marks[i] >= 0 && last >= 0 && text.Marks[i] != text.Marks[last] && IsOwned(text, i, last))
            {
                return new TextSpan(part.Start, text.Document.Tokens[last].End);
            }

            last = text.Marks[i] >= 0 ? i : last;
        }

        return part;
    }

    /// <summary>Whether a stretch stands between a name's "'s" and the noun that it goes with.</summary>
    private static bool IsOwned(ReportText text, int at, int last)
    {
        var tokens = text.Document.Tokens;
        var end = at;
        while (end < tokens.Length && text.Marks[end] == text.Marks[at])
        {
            end++;
        }

        if (end >= tokens.Length || tokens[end].Penn is not (PennTag.NN or PennTag.NNS))
        {
            return false;
        }

        var owner = at - 1;
        while (owner > last + 1 && at - owner <= FarthestOwner && tokens[owner].Penn != PennTag.POS)
        {
            owner--;
        }

        return owner > last + 1 && tokens[owner].Penn == PennTag.POS && tokens[owner - 1].Penn is PennTag.NNP or PennTag.NNPS;
    }
}
