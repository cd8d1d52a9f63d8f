using System.Collections.Immutable;
using Variorum.Extracting;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>Reads whose text an article is by its own word, other than an agency's: its copyright, where it first appeared, the station in its dateline.</summary>
internal static class HouseCredits
{
    /// <summary>A dateline's bracket closes within so many characters of its line.</summary>
    private const int LongestDateline = 70;

    /// <summary>Datelines stand in the first lines, behind captions and updates.</summary>
    private const int Lines = 8;

    private const int LongestName = 60;

    private static readonly Lazy<ImmutableArray<string>> Cues = new(() => [.. Lexicon.Rows("house-credits").Select(row => row[0])]);

    private static readonly string[] Rights = ["copyright", "©", "(c)"];

    private static readonly string[] Ends = [". ", " all rights", " - all", " http", "\n"];

    /// <summary>What is owned under these words is a picture.</summary>
    private static readonly string[] Pictures = ["photo", "image", "picture", "video", "graphic"];

    private static readonly string[] Companies = ["group", "media", "corporation", "corp", "company", "television", "broadcasting", "inc", "llc", "ltd", "limited", "publishing"];

    /// <summary>The outlets that it names, in its order, each once.</summary>
    public static ImmutableArray<string> Find(Article article)
    {
        var names = new List<string>();
        foreach (var credit in article.Credits.Where(IsOfText))
        {
            Add(names, Owner(credit) ?? After(credit));
        }

        var start = 0;
        for (var i = 0; i < Lines && start < article.Text.Length; i++)
        {
            var end = article.Text.IndexOf('\n', start);
            end = end < 0 ? article.Text.Length : end;
            Add(names, OfDateline(article.Text.AsSpan(start, Math.Min(LongestDateline, end - start))));
            start = end + 1;
        }

        return [.. names];
    }

    /// <summary>The agency that owns the text by a copyright line; null for none and for several owners.</summary>
    public static string? OwningWire(Article article) =>
        article.Credits.Where(IsOfText).Select(Owner).Where(owner => owner is not null).Select(owner => WireTable.FindCredit(owner!)?.Name).FirstOrDefault(name => name is not null);

    /// <summary>Whether a name is a company's that owns outlets: its line stands under all their texts.</summary>
    public static bool IsCompany(string name) =>
        name.Split([' ', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries) is var words && words.Any(word => Companies.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool IsOfText(string credit) => !Pictures.Any(word => credit.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Copyright 2014 WMBF News. All rights reserved." is WMBF News'.</summary>
    private static string? Owner(string credit)
    {
        var at = Rights.Select(sign => credit.IndexOf(sign, StringComparison.OrdinalIgnoreCase)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            return null;
        }

        var rest = credit.AsSpan(at);
        for (var before = 0; before != rest.Length;)
        {
            before = rest.Length;
            rest = rest.TrimStart(" ,:*.()0123456789-–");
            foreach (var sign in Rights)
            {
                rest = rest.StartsWith(sign, StringComparison.OrdinalIgnoreCase) ? rest[sign.Length..] : rest;
            }

            rest = rest.StartsWith("c)", StringComparison.OrdinalIgnoreCase) ? rest[2..] : rest.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? rest[3..] : rest;
        }

        return Name(rest);
    }

    /// <summary>"This article originally appeared on CNET" is CNET's.</summary>
    private static string? After(string credit)
    {
        foreach (var cue in Cues.Value)
        {
            var at = credit.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return Name(credit.AsSpan(at + cue.Length).TrimStart(" :"));
            }
        }

        return null;
    }

    /// <summary>"MYRTLE BEACH, SC (WMBF) –" names WMBF; a party in brackets after a speaker's name stands in no such place.</summary>
    private static string? OfDateline(ReadOnlySpan<char> line)
    {
        var open = line.IndexOf('(');
        var close = open < 0 ? -1 : line[open..].IndexOf(')') + open;
        return close > open && line[(close + 1)..].TrimStart() is ['-' or '–' or '—', ..] && IsPlace(line[..open]) ? Name(line[(open + 1)..close]) : null;
    }

    /// <summary>Whether what stands before the bracket is a dateline's beginning: nothing, or a word in capitals.</summary>
    private static bool IsPlace(ReadOnlySpan<char> head)
    {
        head = head.Trim();
        var space = head.IndexOfAny(' ', ',');
        foreach (var c in space < 0 ? head : head[..space])
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Name(ReadOnlySpan<char> text)
    {
        foreach (var end in Ends)
        {
            var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            text = at < 0 ? text : text[..at];
        }

        text = text.Trim(" .,;:*()-–—");
        text = text is [.., ' ', '1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] ? text[..^5].TrimEnd(" ,") : text;
        return text.Length is > 1 and <= LongestName ? text.ToString() : null;
    }

    private static void Add(List<string> names, string? name)
    {
        if (name is not null && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(name);
        }
    }
}
