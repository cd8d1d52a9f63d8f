using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Finds where an article shows that its outlet was there itself.</summary>
internal static class OwnReport
{
    private static readonly ImmutableArray<string> Self =
        ["this newspaper", "this publication", "this website", "this paper"];

    private static readonly ImmutableArray<string> Correspondents =
        ["our correspondent in", "our reporter in", "our correspondent at", "our reporter at", "our correspondent says", "our correspondent said", "our reporters saw", "our reporter saw", "contributed reporting from", "reported from"];

    /// <summary>The sign, and where; null for none.</summary>
    public static (TextSpan? Span, string Rule)? Find(Origin origin)
    {
        if (!origin.Authors.IsEmpty || origin.Outlet is not { } outlet)
        {
            return null;
        }

        var article = origin.Article;
        if (origin.IsOwnReport)
        {
            return (article.Dateline?.Span, "own-byline-and-dateline");
        }

        if ((OutletCitation.FindToldTo(article.Text, outlet) ?? FindSelf(article.Text)) is { } told)
        {
            return (told, "told-to-outlet");
        }

        return FindCorrespondent(article.Text) is { } there ? (there, "own-correspondent")
            : article.Credits.Any(credit => FindCorrespondent(credit) is not null) ? (null, "own-correspondent")
            : null;
    }

    private static TextSpan? FindSelf(string text) => Self.Select(name => OutletCitation.FindToldTo(text, name)).FirstOrDefault(span => span is not null);

    /// <summary>A person's name must stand before "reported from": the shelling was reported from many places.</summary>
    private static TextSpan? FindCorrespondent(string text)
    {
        foreach (var words in Correspondents)
        {
            for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, at + words.Length);
                if (words.StartsWith("our", StringComparison.Ordinal) ? IsBegun(text, at) : FollowsName(text, at) && IsPlace(text, span.End))
                {
                    return span;
                }
            }
        }

        return null;
    }

    private static bool IsBegun(string text, int at) => at == 0 || !char.IsLetter(text[at - 1]);

    private static bool IsPlace(string text, int at) => at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]);

    /// <summary>Whether two capitalised words stand before, at a sentence's or a list's beginning ("Farah Amini reported from").</summary>
    private static bool FollowsName(string text, int at)
    {
        var start = at - 1;
        while (start > 0 && text[start - 1] is not ('.' or '\n' or ';') && at - start < 80)
        {
            start--;
        }

        var words = text[start..at].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.All(word => char.IsUpper(word[0]) || word is "and" or "van" or "von" or "de" or "al") && words.Count(word => char.IsUpper(word[0])) >= 2;
    }
}
