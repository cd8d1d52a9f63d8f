namespace Variorum.Extracting;

/// <summary>Takes out of a body what is not its text: furniture, captions, credits, the headline said again.</summary>
internal static class BodyCleaner
{
    /// <summary>Paragraphs at the end among which credits stand.</summary>
    private const int TailParagraphs = 8;

    /// <summary>Paragraphs at the start among which captions stand.</summary>
    private const int HeadParagraphs = 6;

    /// <summary>Cleans <see cref="Draft.Paragraphs"/>; what says from whom the text is goes to <see cref="Draft.Credits"/>.</summary>
    public static void Clean(Draft draft)
    {
        var paragraphs = draft.Paragraphs;
        var kept = new List<string>(paragraphs.Count);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (!IsLeftOut(draft, i))
            {
                kept.Add(paragraphs[i]);
            }
        }

        paragraphs.Clear();
        paragraphs.AddRange(kept);
        TrimTail(draft);
    }

    /// <summary>Whether two lines say the same but for case, marks and white space.</summary>
    public static bool SayTheSame(string left, string right)
    {
        int i = 0, j = 0;
        while (true)
        {
            i = NextLetter(left, i);
            j = NextLetter(right, j);
            if (i >= left.Length || j >= right.Length)
            {
                return i >= left.Length && j >= right.Length;
            }

            if (char.ToLowerInvariant(left[i++]) != char.ToLowerInvariant(right[j++]))
            {
                return false;
            }
        }
    }

    private static bool IsLeftOut(Draft draft, int i)
    {
        var text = draft.Paragraphs[i];
        var isTail = i >= draft.Paragraphs.Count - TailParagraphs;
        if (isTail && (CreditReader.IsBareCredit(text) || (LineRules.Credits.Match(text) && (!CaptionRules.IsCaption(text) || text.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase)))))
        {
            draft.Credits.Add(text);
            return true;
        }

        return LineRules.Furniture.Match(text)
            || CaptionRules.IsCaption(text, isLast: isTail && IsLast(draft.Paragraphs, i))
            || (i < 3 && draft.Headline is { } headline && SayTheSame(text, headline))
            || FieldLine.IsAddress(text)
            || IsRepeated(draft.Paragraphs, i);
    }

    /// <summary>Whether nothing but credits and furniture follows.</summary>
    private static bool IsLast(List<string> paragraphs, int i)
    {
        for (var next = i + 1; next < paragraphs.Count; next++)
        {
            if (!LineRules.Credits.Match(paragraphs[next]) && !CreditReader.IsBareCredit(paragraphs[next]) && !LineRules.Furniture.Match(paragraphs[next]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A line near the start that follows itself is a caption, as on a page with a gallery; elsewhere only its repetition is left out.</summary>
    private static bool IsRepeated(List<string> paragraphs, int i)
    {
        var text = paragraphs[i];
        if (text.Length <= 20)
        {
            return false;
        }

        var follows = i > 0 && paragraphs[i - 1] == text;
        var isFollowed = i + 1 < paragraphs.Count && paragraphs[i + 1] == text && !follows;
        return follows || (isFollowed && i < HeadParagraphs && i + 3 < paragraphs.Count && paragraphs[i + 2] != text);
    }

    /// <summary>Cuts an agency from the end of the last paragraph: "… he said. — AFP", "… he said. (Reuters)".</summary>
    private static void TrimTail(Draft draft)
    {
        if (draft.Paragraphs.Count == 0)
        {
            return;
        }

        var last = draft.Paragraphs[^1];
        var tail = CaptionRules.CreditTail(last);
        if (tail is null || tail.Length >= last.Length - 20 || !CreditReader.IsBareCredit("(" + tail + ")"))
        {
            return;
        }

        var body = last[..last.LastIndexOf(tail, StringComparison.Ordinal)].TrimEnd(' ', '—', '–', '-', '(', '[', '*');
        if (body.Length > 0 && body[^1] is '.' or '"' or '”' or '!' or '?' or '’')
        {
            draft.Credits.Add(tail);
            draft.Paragraphs[^1] = body;
        }
    }

    private static int NextLetter(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
