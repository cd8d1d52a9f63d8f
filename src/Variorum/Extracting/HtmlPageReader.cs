using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Variorum.Extracting;

/// <summary>Reads an article from an HTML page. Nothing is fetched and no script is run.</summary>
internal static class HtmlPageReader
{
    private const int HeadBlocks = 12;

    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsKeepingSourceReferences = false };

    /// <summary>Reads a page.</summary>
    public static Draft Read(string markup)
    {
        var draft = new Draft();
        using var page = new HtmlParser(Options).ParseDocument(MarkupGuard.Limit(markup, draft.Problems));
        var linked = LinkedData.Read(page);
        HtmlMetadata.Read(page, linked, draft);
        ReadBody(page, linked, draft);
        return draft;
    }

    /// <summary>Reads a body that stands as markup in a record.</summary>
    public static void ReadFragment(string markup, Draft draft)
    {
        using var page = new HtmlParser(Options).ParseDocument(MarkupGuard.Limit(markup, draft.Problems));
        if (page.Body is { } body)
        {
            draft.Paragraphs.AddRange(BlockCollector.Collect(body).Blocks.Select(block => block.Text));
        }
    }

    private static void ReadBody(IHtmlDocument page, LinkedData linked, Draft draft)
    {
        if (page.Body is not { } body)
        {
            return;
        }

        var tree = BlockCollector.Collect(body);
        draft.Paragraphs.AddRange(MainTextFinder.Find(tree));
        ReadHead(tree.Blocks, draft);
        if (linked.Body is { Length: > 400 } said && draft.Paragraphs.Sum(text => text.Length) < said.Length / 3)
        {
            draft.Paragraphs.Clear();
            draft.Paragraphs.AddRange(LineSplitter.Split(said).Select(line => line.Text));
        }
    }

    /// <summary>Takes dates and names from the lines between the headline and the text, where nothing else gave them.</summary>
    private static void ReadHead(List<Block> blocks, Draft draft)
    {
        var start = draft.Headline is { } headline ? blocks.FindIndex(block => BodyCleaner.SayTheSame(block.Text, headline)) : -1;
        for (var i = start + 1; start >= 0 && i < blocks.Count && i <= start + HeadBlocks && !draft.Paragraphs.Take(2).Contains(blocks[i].Text); i++)
        {
            if (MetaLine.Read(blocks[i].Text) is not { } line)
            {
                continue;
            }

            draft.Publish(draft.Published is null ? line.Published : null, DateSource.Text);
            draft.Sign(draft.Bylines.Count == 0 ? line.Bylines : []);
        }
    }
}
