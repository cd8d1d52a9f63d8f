using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>How the letters of a whole sentence are cased.</summary>
internal enum SentenceCase
{
    /// <summary>Capitals mean something.</summary>
    Mixed,

    /// <summary>ALL CAPITALS.</summary>
    Upper,

    /// <summary>Capitals on Nearly Every Word, as in Headlines.</summary>
    Title,
}

/// <summary>What the tagger sees of one word, as hashes.</summary>
internal struct WordForm
{
    private const int LongestForm = 40;

    public uint Word;
    public uint Shape;
    public uint Prefix1;
    public uint Prefix2;
    public uint Prefix3;
    public uint Suffix1;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;

    /// <summary>Which tags the treebanks gave it; 0 for a word they do not have.</summary>
    public uint Known;

    /// <summary>What lists say of it (<see cref="WordKinds"/>).</summary>
    public uint Listed;

    /// <summary>Its cluster; 0 for none.</summary>
    public uint Cluster;

    /// <summary>The first forks to its cluster.</summary>
    public uint Path;

    /// <summary>Fewer of them.</summary>
    public uint ShortPath;

    /// <summary>Whether it has two capitals or more.</summary>
    public bool IsCapital;

    /// <summary>Looks at a word.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="sentenceCase">How its sentence is cased.</param>
    /// <param name="isFirst">Whether it opens its sentence, quotation marks aside.</param>
    public static WordForm Of(ReadOnlySpan<char> form, SentenceCase sentenceCase, bool isFirst)
    {
        Span<char> folded = stackalloc char[LongestForm];
        var word = Fold(form, folded);
        return new WordForm
        {
            Word = FeatureHash.Of(word),
            Shape = ShapeOf(form, sentenceCase, isFirst),
            Prefix1 = FeatureHash.Of(word[..Math.Min(1, word.Length)]),
            Prefix2 = FeatureHash.Of(word[..Math.Min(2, word.Length)]),
            Prefix3 = FeatureHash.Of(word[..Math.Min(3, word.Length)]),
            Suffix1 = FeatureHash.Of(word[^Math.Min(1, word.Length)..]),
            Suffix2 = FeatureHash.Of(word[^Math.Min(2, word.Length)..]),
            Suffix3 = FeatureHash.Of(word[^Math.Min(3, word.Length)..]),
            Suffix4 = FeatureHash.Of(word[^Math.Min(4, word.Length)..]),
            IsCapital = IsCapitals(form),
        };
    }

    /// <summary>The key of a word in the tagger's dictionary.</summary>
    public static uint KeyOf(ReadOnlySpan<char> form)
    {
        Span<char> folded = stackalloc char[LongestForm];
        return FeatureHash.Of(Fold(form, folded));
    }

    /// <summary>Small letters, zeros for digits, one shape for each kind of quotation mark and dash; long words lose their middle.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> form, Span<char> folded)
    {
        var length = Math.Min(form.Length, folded.Length);
        for (var i = 0; i < length; i++)
        {
            folded[i] = Fold(form[i < length / 2 ? i : form.Length - length + i]);
        }

        return folded[..length];
    }

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= '0' and <= '9' => '0',
        '‘' or '’' or '`' or 'ʼ' => '\'',
        '“' or '”' or '«' or '»' => '"',
        '–' or '—' or '‐' or '‑' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static uint ShapeOf(ReadOnlySpan<char> form, SentenceCase sentenceCase, bool isFirst)
    {
        var (upper, lower, digits, others) = (0, 0, 0, 0);
        foreach (var c in form)
        {
            if (char.IsUpper(c))
            {
                upper++;
            }
            else if (char.IsLetter(c))
            {
                lower++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else
            {
                others++;
            }
        }

        var letters = CaseOf(form, upper, lower) | (uint)sentenceCase << 3 | (isFirst && upper > 0 ? 1u << 5 : 0);
        return letters | (uint)Math.Min(digits, 5) << 6 | (uint)Math.Min(others, 2) << 9 | (form.Contains('.') ? 1u << 11 : 0) | (form.Contains('-') ? 1u << 12 : 0);
    }

    private static bool IsCapitals(ReadOnlySpan<char> form)
    {
        var capitals = 0;
        foreach (var c in form)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1;
    }

    private static uint CaseOf(ReadOnlySpan<char> form, int upper, int lower)
    {
        if (upper == 0)
        {
            return lower == 0 ? 0u : 1u;
        }

        if (lower == 0)
        {
            return upper == 1 ? 2u : 3u;
        }

        return char.IsUpper(form[0]) && upper == 1 ? 4u : 5u;
    }
}
