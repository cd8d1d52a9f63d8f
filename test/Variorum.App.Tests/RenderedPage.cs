using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Variorum.App.Site;
using Variorum.Rendering;

namespace Variorum.App.Tests;

/// <summary>An edition's page as bytes and as a parsed document.</summary>
internal static class RenderedPage
{
    public static string Html(Edition edition)
    {
        using var stream = new MemoryStream();
        EditionHtml.Write(edition, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
