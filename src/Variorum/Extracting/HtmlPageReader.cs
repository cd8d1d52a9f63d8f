using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Reads an article from an HTML page. Nothing is fetched and no script is run.</summary>
internal static class HtmlPageReader
{
    private const int HeadBlocks = 12;

    private const int LongestDateLine = 70;

    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsKeepingSourceReferences = false, DisableElementPositionTracking = true, SkipComments = true };

    /// <summary>Reads a page.</summary>
    public static Draft Read(string markup, PublicSuffixes suffixes)
    {
        var draft = new Draft();
        using var page = new HtmlParser(Options).ParseDocument(MarkupGuard.Limit(markup, draft.Problems));
        var index = new PageIndex(page);
        var linked = LinkedData.Read(index);
        HtmlMetadata.Read(index, linked, draft, suffixes);
        ReadBody(page, linked, draft);
        new ShownMetadata(index).Search(draft);
        return draft;
    }

    /// <summary>Reads a body that stands as markup in a record.</summary>
    public static void ReadFragment(string markup, Draft draft)
    {
        using var page = new HtmlParser(Options).ParseDocument(MarkupGuard.Limit(markup, draft.Problems));
        if (page.Body is { } body)
        {
            draft.Take(BlockCollector.Collect(body).Blocks);
        }
    }

    private static void ReadBody(IHtmlDocument page, LinkedData linked, Draft draft)
    {
        if (page.Body is not { } body)
        {
            return;
        }

        var tree = BlockCollector.Collect(body);
        draft.Take(MainTextFinder.Find(tree));
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
        for (var i = start + 1; start >= 0 && i < blocks.Count && i <= start + HeadBlocks; i++)
        {
            var dated = draft.Published is null ? DateOf(blocks[i]) : null;
            if (dated is null && draft.Paragraphs.Take(2).Contains(blocks[i].Text))
            {
                return;
            }

            var line = MetaLine.Read(blocks[i].Text);
            draft.Publish(draft.Published is null ? line?.Published : null, MetadataOrigin.Text);
            if (draft.Published is null && dated is not null)
            {
                draft.Publish(dated, MetadataOrigin.Text);
                draft.Paragraphs.Remove(blocks[i].Text);
            }

            draft.Sign(draft.Bylines.Count == 0 && line is not null ? line.Bylines : [], MetadataOrigin.Text);
        }
    }

    /// <summary>The date in a short line that is no sentence: "Orvale, 4 March 2031", "Issue 12, March 4, 2031, page 3".</summary>
    private static Timestamp? DateOf(Block block) =>
        block is { Kind: not BlockKind.Heading, LinkShare: < 0.5, Text: { Length: < LongestDateLine } text } && text[^1] is not ('.' or '!' or '?' or '”' or '"') ? DateReader.Find(text) : null;
}
