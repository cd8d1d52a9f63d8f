using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Matches whole lines against a list of ways lines begin, end or read.</summary>
/// <remarks><b>Cost.</b> Linear in the line and in the list; lines longer than <see cref="LongestLine"/> are not looked at.</remarks>
internal sealed class LineRules
{
    /// <summary>The longest line that can be furniture or a credit.</summary>
    public const int LongestLine = 400;

    private const int LongestOpening = 220;

    private static readonly Lazy<LineRules> LazyFurniture = new(() => new LineRules("page-furniture"));

    private static readonly Lazy<LineRules> LazyCredits = new(() => new LineRules("credit-cues", namesFollow: true));

    private readonly bool namesFollow;
    private readonly FrozenSet<string> whole;
    private readonly FrozenDictionary<char, ImmutableArray<string>> openings;
    private readonly SearchValues<string> parts;
    private readonly ImmutableArray<string> endings;

    private LineRules(string list, bool namesFollow = false)
    {
        this.namesFollow = namesFollow;
        var rows = Lexicon.Rows(list).ToLookup(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        whole = rows["is"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        openings = rows["starts"].GroupBy(opening => char.ToLowerInvariant(opening[0])).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        parts = SearchValues.Create([.. rows["has"]], StringComparison.OrdinalIgnoreCase);
        endings = [.. rows["ends"]];
    }

    /// <summary>What a page puts around and between an article: related links, share bars, newsletters, prompts.</summary>
    public static LineRules Furniture => LazyFurniture.Value;

    /// <summary>What says from whom the text is.</summary>
    public static LineRules Credits => LazyCredits.Value;

    /// <summary>Whether a line is one of these.</summary>
    public bool Match(string line)
    {
        line = line.Trim(' ', '\u00A0', '(', '[', '—', '–', '-', '*', '>', '_', '•', '·');
        if (line.Length > LongestLine)
        {
            return false;
        }

        return whole.Contains(line.TrimEnd('.', ':', ')', ']', '…', ' ')) || Contains(line) || (line.Length <= LongestOpening && Opens(line));
    }

    private bool Opens(string line) =>
        (line.Length > 0 && openings.TryGetValue(char.ToLowerInvariant(line[0]), out var candidates) && candidates.Any(opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && IsWordEnd(line, opening.Length) && (!namesFollow || AreNames(line.AsSpan(opening.Length)))))
        || endings.Any(ending => line.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether at least half of the words begin with a capital or a digit, addresses aside.</summary>
    private static bool AreNames(ReadOnlySpan<char> text)
    {
        int names = 0, words = 0;
        var address = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        text = address < 0 ? text : text[..address];
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                words++;
                names += char.IsLower(text[i]) ? 0 : 1;
            }
        }

        return names * 2 >= words;
    }

    private bool Contains(string line) => line.AsSpan().ContainsAny(parts);

    private static bool IsWordEnd(string line, int at) => at >= line.Length || !char.IsLetterOrDigit(line[at]) || !char.IsLetterOrDigit(line[at - 1]);
}
