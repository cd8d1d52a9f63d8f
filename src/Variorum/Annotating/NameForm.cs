using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>What the name tagger sees of a word wherever it stands, as hashes.</summary>
internal struct NameForm
{
    private const int LongestForm = 40;

    /// <summary>The word in small letters, digits as zeros.</summary>
    public uint Word;

    /// <summary>The word as lists of names know it.</summary>
    public uint Phrase;

    /// <summary>Capitals, small letters, digits and marks in order, repetitions shortened.</summary>
    public uint Shape;

    public uint Prefix2;
    public uint Prefix3;
    public uint Prefix4;
    public uint Suffix1;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;

    /// <summary>The lists that hold the word by itself.</summary>
    public NameList Lists;

    /// <summary>Its class among words that behave alike; paths of 4, 8 and 12 forks, and the class.</summary>
    public uint Class4;
    public uint Class8;
    public uint Class12;
    public uint Class;

    /// <summary>The word's number among the document's words, capitals and small letters alike.</summary>
    public int Folded;

    /// <summary>How it is cased.</summary>
    public NameCase Case;

    /// <summary>Whether it has as many letters as tell a line in capitals.</summary>
    public bool IsLong;

    /// <summary>Looks at a word.</summary>
    public static NameForm Of(ReadOnlySpan<char> form, NameLists lists, Clusters clusters)
    {
        Span<char> folded = stackalloc char[LongestForm];
        var length = Math.Min(form.Length, LongestForm);
        for (var i = 0; i < length; i++)
        {
            folded[i] = Fold(form[i < length / 2 ? i : form.Length - length + i]);
        }

        ReadOnlySpan<char> word = folded[..length];
        var @class = clusters.Find(form);
        var phrase = NameLists.Join(0, NameLists.HashOf(form));
        return new NameForm
        {
            Word = FeatureHash.Of(word),
            Phrase = phrase,
            Lists = lists.Find(phrase) & ~NameList.Opening,
            Shape = ShapeOf(form),
            Prefix2 = FeatureHash.Of(word[..Math.Min(2, length)]),
            Prefix3 = FeatureHash.Of(word[..Math.Min(3, length)]),
            Prefix4 = FeatureHash.Of(word[..Math.Min(4, length)]),
            Suffix1 = FeatureHash.Of(word[^Math.Min(1, length)..]),
            Suffix2 = FeatureHash.Of(word[^Math.Min(2, length)..]),
            Suffix3 = FeatureHash.Of(word[^Math.Min(3, length)..]),
            Suffix4 = FeatureHash.Of(word[^Math.Min(4, length)..]),
            Class4 = clusters.Path(@class, 4),
            Class8 = clusters.Path(@class, 8),
            Class12 = clusters.Path(@class, 12),
            Class = (uint)@class,
            Case = CaseOf(form),
            IsLong = length > 3 && char.IsLetter(form[0]),
        };
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

    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[8];
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c < 128 ? c : '.';
            if (length >= 2 && shape[length - 1] == kind && shape[length - 2] == kind)
            {
                continue;
            }

            shape[length++] = kind;
            if (length == shape.Length)
            {
                break;
            }
        }

        return FeatureHash.Of(shape[..length]);
    }

    private static NameCase CaseOf(ReadOnlySpan<char> form)
    {
        var (upper, lower) = (0, 0);
        foreach (var c in form)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        if (upper == 0)
        {
            return lower == 0 ? NameCase.None : NameCase.Small;
        }

        return lower == 0 ? upper == 1 ? NameCase.Letter : NameCase.Upper : char.IsUpper(form[0]) ? NameCase.Capital : NameCase.Inside;
    }
}

/// <summary>How a word's letters are cased.</summary>
internal enum NameCase : byte
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>"word".</summary>
    Small,

    /// <summary>"Word", "McWord".</summary>
    Capital,

    /// <summary>"W", "W.".</summary>
    Letter,

    /// <summary>"WORD".</summary>
    Upper,

    /// <summary>"iWord".</summary>
    Inside,
}
