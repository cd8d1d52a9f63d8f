using AngleSharp.Html.Parser;

namespace Variorum.Extracting.Feeds;

/// <summary>The words of markup.</summary>
internal static class PlainText
{
    /// <summary>One line.</summary>
    public static string Of(string markup)
    {
        if (!markup.AsSpan().ContainsAny('<', '&'))
        {
            return markup.Trim();
        }

        using var page = new HtmlParser().ParseDocument(MarkupGuard.Limit(markup, []));
        return page.Body is { } body ? TreeWalk.TextOf(body) : markup;
    }
}
