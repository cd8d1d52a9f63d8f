using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Variorum.Extracting;

/// <summary>Takes the article out of a page.</summary>
/// <remarks><b>Errors.</b> Never throws on what a page contains; a page without an article has an empty text and a problem that says why.</remarks>
internal sealed class ArticleExtractor(Models models)
{
    private const int ShortestArticle = 40;

    /// <summary>Problems that say by themselves why there is no text.</summary>
    private static readonly string[] Reasons = [ProblemCodes.Empty, ProblemCodes.Binary, ProblemCodes.UnsupportedForm, ProblemCodes.Damaged];

    public Article Extract(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var problems = new List<Problem>();
        var draft = Read(page, problems);
        BodyCleaner.Clean(draft);
        TranscriptReader.Sign(draft);
        draft.Problems.InsertRange(0, problems);
        draft.Url = (draft.Url ?? page.Url) is { } url ? CanonicalAddress.Of(page.Url is { } from && CanonicalAddress.KeyOf(from) != CanonicalAddress.KeyOf(url) ? from : url) : null;
        draft.Publish(AddressDate.Find(draft.Url), MetadataOrigin.Address);
        return Finish(page, draft);
    }

    private Draft Read(Page page, List<Problem> problems)
    {
        var bytes = Inflater.IsCompressed(page.Content.Span) ? Inflater.Expand(page.Content, problems) : page.Content;
        if (bytes.Length > Limits.PageBytes)
        {
            problems.Add(new Problem(ProblemCodes.TooLarge, $"Only the first {Limits.PageBytes / (1024 * 1024)} MB were read."));
            bytes = bytes[..WholeCharacters(bytes.Span)];
        }

        if (IsBlank(bytes.Span))
        {
            problems.Add(new Problem(ProblemCodes.Empty, "The input is empty."));
            return new Draft();
        }

        var form = PageForms.Of(page, bytes.Span);
        if (form == PageForm.Unsupported)
        {
            problems.Add(new Problem(ProblemCodes.UnsupportedForm, $"This form is not read: {PageForms.ForeignName(bytes.Span) ?? PageForms.Ending(page.Path)}."));
            return new Draft();
        }

        var declared = page.Charset ?? (form == PageForm.Html ? TextDecoder.DeclaredInMarkup(bytes.Span) : null);
        if (TextDecoder.Decode(bytes.Span, declared, problems) is not { } text)
        {
            problems.Add(new Problem(ProblemCodes.Binary, "The input is not text."));
            return new Draft();
        }

        return Read(text, form);
    }

    private Draft Read(string text, PageForm form) => form switch
    {
        PageForm.Html => HtmlPageReader.Read(text, models.Suffixes),
        PageForm.Json => RecordReader.Read(text, HtmlPageReader.ReadFragment),
        _ => PlainTextReader.Read(text),
    };

    /// <summary>Where to cut so that no UTF-8 sequence is broken.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        var end = Limits.PageBytes;
        while (end > Limits.PageBytes - 4 && (bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return end;
    }

    private Article Finish(Page page, Draft draft)
    {
        var text = Join(draft);
        var outlet = new OutletFinder(models.Gazetteer, models.Suffixes).Find(draft);
        var dateline = DatelineFinder.Find(text, draft.Published?.Date);
        var language = LanguageGuesser.Guess(text);
        Judge(text, language, draft.Problems);
        return new Article
        {
            Path = page.Path,
            Url = draft.Url,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Content.Span)),
            Outlet = outlet,
            Headline = draft.Headline,
            Bylines = [.. draft.Bylines],
            Wires = WireFinder.Find(draft, dateline, outlet),
            Credits = [.. draft.Credits],
            Dateline = dateline,
            Published = draft.Published,
            Modified = draft.Modified,
            PublishedFrom = draft.PublishedFrom,
            Language = language,
            Section = draft.Section,
            Origins = draft.Origins.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Blocks = Blocks(text, draft),
            Text = text,
            Problems = [.. draft.Problems],
        };
    }

    /// <summary>The paragraphs as one text, at most <see cref="Limits.TextLength"/> long, cut between paragraphs.</summary>
    private static string Join(Draft draft)
    {
        var length = 0;
        var count = 0;
        while (count < draft.Paragraphs.Count && length + draft.Paragraphs[count].Length + 2 <= Limits.TextLength)
        {
            length += draft.Paragraphs[count].Length + 2;
            count++;
        }

        var text = string.Join("\n\n", draft.Paragraphs.Take(count));
        if (count < draft.Paragraphs.Count)
        {
            text = length < Limits.TextLength / 2 ? Cut(text, draft.Paragraphs[count]) : text;
            draft.Problems.Add(new Problem(ProblemCodes.TooLarge, $"The text was cut after {text.Length} characters."));
        }

        return text;
    }

    /// <summary>A text and as much of a vast paragraph as there is room for; no character is cut in two.</summary>
    private static string Cut(string text, string next)
    {
        var room = Limits.TextLength - text.Length - 2;
        return (text.Length == 0 ? "" : text + "\n\n") + next[..(char.IsHighSurrogate(next[room - 1]) ? room - 1 : room)];
    }

    /// <summary>Where the paragraphs stand that are no running text.</summary>
    private static ImmutableArray<ArticleBlock> Blocks(string text, Draft draft)
    {
        var blocks = ImmutableArray.CreateBuilder<ArticleBlock>();
        var start = 0;
        foreach (var paragraph in draft.Kinds.Count == 0 ? [] : draft.Paragraphs)
        {
            if (start + paragraph.Length > text.Length)
            {
                break;
            }

            if (draft.Kinds.TryGetValue(paragraph, out var kind))
            {
                blocks.Add(new ArticleBlock(new TextSpan(start, start + paragraph.Length), kind));
            }

            start += paragraph.Length + 2;
        }

        return blocks.ToImmutable();
    }

    private static void Judge(string text, string? language, List<Problem> problems)
    {
        if (text.Length == 0 && !problems.Exists(problem => Reasons.Contains(problem.Code)))
        {
            problems.Add(new Problem(ProblemCodes.NoArticle, "No article was found."));
        }
        else if (text.Length is > 0 and < ShortestArticle)
        {
            problems.Add(new Problem(ProblemCodes.NoArticle, "The text is too short to be an article.", new TextSpan(0, text.Length)));
        }

        if (language is not (null or "en"))
        {
            problems.Add(new Problem(ProblemCodes.Language, $"The text is in another language than English ({language}); what is found in it is not reliable."));
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(" \t\r\n\uFEFF"u8) < 0;
}
