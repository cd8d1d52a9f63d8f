namespace Variorum.Quoting;

/// <summary>Reads on which platform of the net something was posted, off the cue and the source.</summary>
internal static class PlatformReader
{
    /// <summary>"tweeted", "the ministry's Twitter account": the platform that the cue or the source names.</summary>
    public static Via? Read(Document document, int head, Quote quote)
    {
        if (document.Tokens[head].Lemma is "tweet" or "retweet")
        {
            return new Via("Twitter", document.Tokens[head].Span) { Kind = ViaKind.Platform };
        }

        // the platform of one letter
        for (var i = document.TokenAt((quote.Cue ?? document.Tokens[head].Span).Start); i <= head && i + 2 < document.Tokens.Length; i++)
        {
            if (document.Form(i + 1) is "on" or "to" && document.Form(i + 2) is "X" && (i + 3 == document.Tokens.Length || !IsUpper(document, i + 3)))
            {
                return new Via("X", document.Tokens[i + 2].Span) { Kind = ViaKind.Platform };
            }
        }

        var (first, end) = quote.Source is { } source ? document.TokensOf(source) : (0, 0);
        for (var i = first; i + 1 < end; i++)
        {
            if (document.Form(i + 1) is "account" or "page" or "feed" or "user" or "channel" or "handle" or "post" or "video" && IsUpper(document, i) && MediaTable.UsualName(document.Tokens[i].Span.Of(document.Text)) is { } name)
            {
                return new Via(name, new TextSpan(document.Tokens[i].Start, document.Tokens[i + 1].End)) { Kind = ViaKind.Platform };
            }
        }

        return null;
    }

    private static bool IsUpper(Document document, int word) => char.IsUpper(document.Text[document.Tokens[word].Start]);
}
