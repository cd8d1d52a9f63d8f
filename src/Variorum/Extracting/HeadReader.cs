namespace Variorum.Extracting;

/// <summary>Reads the first lines of a text, where headline, byline, dates and page furniture stand in any order.</summary>
internal sealed class HeadReader
{
    /// <summary>Lines that are looked at for metadata.</summary>
    private const int HeadLines = 18;

    /// <summary>Paragraphs after which a head has ended.</summary>
    private const int HeadParagraphs = 3;

    private readonly Draft draft;
    private bool sawNoise;
    private bool sawMeta;

    private HeadReader(Draft draft) => this.draft = draft;

    /// <summary>Puts headline, byline, dates and paragraphs of the lines before <paramref name="end"/> into the draft.</summary>
    /// <remarks><b>Order.</b> Paragraphs met among the metadata stay paragraphs.</remarks>
    public static void Read(List<Line> lines, int end, Draft draft)
    {
        var head = new HeadReader(draft);
        for (var i = 0; i < end; i++)
        {
            if (i < HeadLines && draft.Paragraphs.Count < HeadParagraphs)
            {
                head.Take(lines, i, end);
            }
            else
            {
                draft.Paragraphs.Add(lines[i].Text);
            }
        }

        draft.Publish(draft.Published is null && AddressDate.Find(draft.Url) is null ? draft.Modified : null, MetadataOrigin.Text);
    }

    private void Take(List<Line> lines, int i, int end)
    {
        var line = lines[i];
        if (FieldLine.Read(line.Text) is { } field && field.Apply(draft, isTail: false))
        {
            return;
        }

        if (MetaLine.Read(line.Text) is { } meta)
        {
            TakeMeta(meta);
        }
        else if (line.Level == 0 && LineRules.Furniture.Match(line.Text))
        {
            sawNoise = true;
        }
        else if (draft.Headline is null && draft.Paragraphs.Count == 0 && IsHeadline(lines, i, end))
        {
            draft.Headline = line.Text;
        }
        else if (!IsSectionName(lines, i, end) && !TakeBareName(lines, i, end) && !CaptionRules.IsCaption(line.Raw, isLast: i == end - 1))
        {
            draft.Paragraphs.Add(line.Text);
        }
    }

    /// <summary>A day above the headline, with its weekday or among page furniture, is when the page was printed or saved.</summary>
    private void TakeMeta(MetaLine meta)
    {
        var isPrintDate = draft.Headline is null && !meta.IsLabelled && (meta.HasWeekday || sawNoise);
        if (!isPrintDate)
        {
            draft.Publish(meta.Published, MetadataOrigin.Text);
        }

        draft.Modified ??= meta.Modified;
        draft.Sign(meta.Bylines, MetadataOrigin.Text);
        sawMeta |= draft.Headline is not null;
    }

    private static bool IsHeadline(List<Line> lines, int i, int end)
    {
        var line = lines[i];
        if (line.Level is 1 or 2)
        {
            return true;
        }

        return HeadlineRules.LooksLikeHeadline(line.Text)
            && NextContent(lines, i, end) is { } next
            && !(HeadlineRules.IsSectionName(line.Text) && HeadlineRules.LooksLikeHeadline(next));
    }

    /// <summary>"World", "Middle East | News": one or two words above the headline.</summary>
    private bool IsSectionName(List<Line> lines, int i, int end) =>
        draft.Headline is null && draft.Paragraphs.Count == 0 && HeadlineRules.IsSectionName(lines[i].Text) && NextContent(lines, i, end) is not null;

    /// <summary>A name alone on its line, above or below a date.</summary>
    private bool TakeBareName(List<Line> lines, int i, int end)
    {
        var text = lines[i].Text;
        var nextIsDate = i + 1 < end && MetaLine.Read(lines[i + 1].Text)?.Published is not null;
        if (draft.Headline is null || draft.Bylines.Count > 0 || !(nextIsDate || (sawMeta && draft.Paragraphs.Count == 0) || text.Contains(" in ", StringComparison.Ordinal)) || !HeadlineRules.LooksLikeName(text))
        {
            return false;
        }

        draft.Sign(BylineReader.Read(text), MetadataOrigin.Text);
        return draft.Bylines.Count > 0;
    }

    private static string? NextContent(List<Line> lines, int i, int end)
    {
        for (var next = i + 1; next < end && next < i + 8; next++)
        {
            if (MetaLine.Read(lines[next].Text) is null && !LineRules.Furniture.Match(lines[next].Text))
            {
                return lines[next].Text;
            }
        }

        return null;
    }
}
