namespace Variorum.Extracting;

/// <summary>Reads an article from plain text or Markdown with whatever metadata stands loosely around it.</summary>
internal static class PlainTextReader
{
    /// <summary>Lines of the head that are looked at for metadata.</summary>
    private const int HeadLines = 18;

    /// <summary>Paragraphs after which a head has ended.</summary>
    private const int HeadParagraphs = 3;

    private const int TailLines = 8;

    /// <summary>Reads a text.</summary>
    public static Draft Read(string text)
    {
        var draft = new Draft();
        var lines = LineSplitter.Split(text);
        var end = ReadTail(lines, draft);
        var start = ReadHead(lines, end, draft);
        for (var i = start; i < end; i++)
        {
            draft.Paragraphs.Add(lines[i].Text);
        }

        return draft;
    }

    /// <summary>Takes headline, byline and dates from the first lines. <b>Order.</b> Paragraphs met among them stay paragraphs.</summary>
    /// <returns>The first line after the head.</returns>
    private static int ReadHead(List<Line> lines, int end, Draft draft)
    {
        var head = new HeadState(draft);
        var i = 0;
        for (; i < end && i < HeadLines && draft.Paragraphs.Count < HeadParagraphs; i++)
        {
            head.Take(lines, i, end);
        }

        return i;
    }

    /// <summary>Takes addresses and labelled metadata from the last lines, where they end the text.</summary>
    /// <returns>One past the last line of the body.</returns>
    private static int ReadTail(List<Line> lines, Draft draft)
    {
        var end = lines.Count;
        for (var i = lines.Count - 1; i > 0 && i >= lines.Count - TailLines; i--)
        {
            var text = lines[i].Text;
            if (FieldLine.IsAddress(text))
            {
                draft.Url ??= FieldLine.IsSourceLabel(lines[i - 1].Text) || i == lines.Count - 1 ? text : null;
                end = i;
            }
            else if (FieldLine.Read(text) is { } field && field.Apply(draft, isTail: true))
            {
                end = i;
            }
            else if (FieldLine.IsSourceLabel(text))
            {
                end = i;
            }
            else if (!LineRules.Furniture.Match(text))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The walk over the head's lines.</summary>
    private sealed class HeadState(Draft draft)
    {
        private bool sawNoise;
        private bool sawMeta;

        public void Take(List<Line> lines, int i, int end)
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
            else if (!IsSectionName(lines, i, end) && !TakeBareName(lines, i, end))
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
                draft.Publish(meta.Published, DateSource.Text);
            }

            draft.Modified ??= meta.Modified;
            draft.Sign(meta.Bylines);
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

            draft.Sign(BylineReader.Read(text));
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
}
