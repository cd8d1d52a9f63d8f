using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Guesses a text's language.</summary>
/// <remarks><b>Method.</b> By script first; within Latin script by the share of a language's commonest small words.</remarks>
internal static class LanguageGuesser
{
    private const int Window = 8000;

    private const int FewestWords = 12;

    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґІЇЄҐ");

    private static readonly Lazy<ImmutableArray<(string Tag, FrozenSet<string> Words)>> Languages = new(() =>
        [.. Lexicon.Rows("language-words").Select(cells => (cells[0], cells.Skip(1).ToFrozenSet(StringComparer.OrdinalIgnoreCase)))]);

    /// <summary>BCP 47 primary tag; null for a text too short or in no language known here.</summary>
    public static string? Guess(string text)
    {
        var window = text[..Math.Min(text.Length, Window)];
        return OfScript(window) is { } tag ? tag : OfWords(window);
    }

    private static string? OfScript(string text)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                var script = Script(c);
                counts[script] = counts.GetValueOrDefault(script) + 1;
            }
        }

        if (letters < 20)
        {
            return null;
        }

        var (main, most) = counts.MaxBy(pair => pair.Value);
        return main == "" || most < letters * 0.5 ? counts.GetValueOrDefault("ja") > letters / 20 ? "ja" : null : Refine(main, text, counts);
    }

    private static string Refine(string script, string text, SortedDictionary<string, int> counts) => script switch
    {
        "ru" when text.AsSpan().ContainsAny(Ukrainian) => "uk",
        "ar" when text.AsSpan().ContainsAny("پچژگ") => "fa",
        "zh" when counts.GetValueOrDefault("ja") > 0 => "ja",
        _ => script,
    };

    /// <summary>The commonest language of a letter's script; empty for Latin.</summary>
    private static string Script(char c) => c switch
    {
        < '\u0370' => "",
        < '\u0400' => "el",
        < '\u0530' => "ru",
        < '\u0590' => "hy",
        < '\u0600' => "he",
        < '\u0780' => "ar",
        >= '\u0900' and < '\u0980' => "hi",
        >= '\u0980' and < '\u0A00' => "bn",
        >= '\u0B80' and < '\u0C00' => "ta",
        >= '\u0E00' and < '\u0E80' => "th",
        >= '\u10A0' and < '\u1100' => "ka",
        >= '\u3040' and < '\u3100' => "ja",
        >= '\u4E00' and < '\uA000' => "zh",
        >= '\uAC00' and < '\uD7B0' => "ko",
        >= '\uFB50' and < '\uFF00' => "ar",
        _ => "",
    };

    private static string? OfWords(string text)
    {
        var words = Words(text);
        if (words.Count < FewestWords)
        {
            return null;
        }

        var (tag, best) = ("", 0);
        foreach (var (language, small) in Languages.Value)
        {
            var count = words.Count(small.Contains);
            (tag, best) = count > best ? (language, count) : (tag, best);
        }

        return best >= words.Count * 0.12 ? tag : null;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
