using System.Buffers;
using System.Collections.Immutable;
using Variorum.Extracting;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>Tells what the paragraphs of an article are beside running text, each when it is asked for.</summary>
internal sealed class LineKinds(Article article, ImmutableArray<TextSpan> lines)
{
    /// <summary>So many captions in a row are a gallery's.</summary>
    private const int Gallery = 3;

    private static readonly Lazy<SearchValues<string>> Phrases = new(() =>
        SearchValues.Create([.. Lexicon.Words("boilerplate-phrases")], StringComparison.OrdinalIgnoreCase));

    private readonly SharedKind?[] kinds = new SharedKind?[lines.Length];

    /// <summary>What a paragraph is; a caption among captions is a gallery's.</summary>
    public SharedKind Of(int line)
    {
        var kind = Alone(line);
        if (kind != SharedKind.Caption)
        {
            return kind;
        }

        var (first, end) = (line, line + 1);
        while (first > 0 && end - first < Gallery && Alone(first - 1) == SharedKind.Caption)
        {
            first--;
        }

        while (end < lines.Length && end - first < Gallery && Alone(end) == SharedKind.Caption)
        {
            end++;
        }

        return end - first >= Gallery ? SharedKind.Gallery : kind;
    }

    /// <summary>Whether a sentence is an outlet's furniture or a credit.</summary>
    public static bool IsFurniture(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Phrases.Value);

    private SharedKind Alone(int line) => kinds[line] ??= Judge(lines[line], line == lines.Length - 1);

    private SharedKind Judge(TextSpan span, bool isLast)
    {
        var line = span.Of(article.Text);
        return IsPost(line) ? SharedKind.Quote
            : IsPlaylist(line) ? SharedKind.Gallery
            : LineRules.Furniture.Match(line) || LineRules.Credits.Match(line) || CreditReader.IsBareCredit(line) ? SharedKind.Boilerplate
            : CaptionRules.IsCaption(line, isLast) ? SharedKind.Caption
            : SharedKind.Text;
    }

    /// <summary>A post of a social network set into the page: it names its handle or its picture's address.</summary>
    private static bool IsPost(ReadOnlySpan<char> line) =>
        line.Contains("pic.twitter.com", StringComparison.OrdinalIgnoreCase) || line.Contains(" (@", StringComparison.Ordinal);

    /// <summary>An entry or a list of films with how long each runs: "1:10 Shelter quickly fills 2:15 Watch the preparation".</summary>
    private static bool IsPlaylist(ReadOnlySpan<char> line)
    {
        var (lengths, words) = (0, 0);
        for (var i = 1; i + 3 < line.Length; i++)
        {
            words += line[i] == ' ' ? 1 : 0;
            lengths += IsLength(line, i) ? 1 : 0;
        }

        var isEntry = lengths > 0 && line.Length > 5 && (IsLength(line, 1) || IsLength(line, 2)) && line[^1] is not ('.' or '”' or '"');
        return isEntry || (lengths >= Gallery && words < lengths * 20);
    }

    /// <summary>Whether a colon stands between minutes and seconds, not in a time of day ("7:05 p.m.").</summary>
    private static bool IsLength(ReadOnlySpan<char> line, int colon) =>
        line[colon] == ':' && char.IsAsciiDigit(line[colon - 1]) && char.IsAsciiDigit(line[colon + 1]) && char.IsAsciiDigit(line[colon + 2])
        && line[(colon + 3)..].TrimStart() is var next && !(next.Length > 1 && next[0] is 'p' or 'a' or 'P' or 'A' && next[1] is '.' or 'm' or 'M');
}
