using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>A place between two tokens where a sentence may end.</summary>
/// <param name="Start">The sentence's first token.</param>
/// <param name="Stop">The last token before the place, closing marks aside.</param>
/// <param name="Next">The first token after it.</param>
/// <param name="Rule">What the rules make of it.</param>
internal readonly record struct SentenceGap(int Start, int Stop, int Next, GapRule Rule);

/// <summary>What the rules make of a place where a sentence may end.</summary>
internal enum GapRule
{
    /// <summary>No stop stands there.</summary>
    None,

    /// <summary>A stop after which the sentence goes on, for certain: the model is not asked.</summary>
    Never,

    /// <summary>An abbreviation's stop, after which the sentence seems to go on.</summary>
    Abbreviation,

    /// <summary>A stop after which the sentence seems to go on.</summary>
    GoesOn,

    /// <summary>A stop that ends the sentence.</summary>
    Ends,
}

/// <summary>What shows whether a sentence ends at a place: the words around it, their shapes, what the rules say, and the manner of the paragraph.</summary>
/// <param name="text">The whole text.</param>
/// <param name="tokens">Its tokens.</param>
/// <param name="first">The paragraph's first token; the last ends the list.</param>
internal readonly ref struct SentenceFeatures(string text, List<TextSpan> tokens, int first)
{
    /// <summary>How many features a place has.</summary>
    public const int Count = 30;

    private const int LongestForm = 24;

    private readonly uint manner = Manner(text, tokens, first);

    /// <summary>Whether the paragraph ends with a stop and is not mostly capitals: there, hardly a sentence ends without a stop.</summary>
    public bool IsProse => (manner & 9) == 1;

    /// <summary>Fills <paramref name="features"/>, of which there must be <see cref="Count"/>.</summary>
    public void Fill(in SentenceGap gap, Span<uint> features)
    {
        var rule = (uint)gap.Rule;
        var (word, word2, next, next2) = (Word(gap.Stop), Word(gap.Stop - 1), Word(gap.Next), Word(gap.Next + 1));
        var (shape, shape2, shape3) = (Shape(gap.Stop), Shape(gap.Stop - 1), Shape(gap.Stop - 2));
        var (nextShape, nextShape2, nextShape3) = (Shape(gap.Next), Shape(gap.Next + 1), Shape(gap.Next + 2));
        var closers = (uint)Math.Min(2, gap.Next - gap.Stop - 1);
        var length = Length(gap.Next - gap.Start);
        var state = Open(gap) | (closers << 4) | (rule << 6);
        features[0] = FeatureHash.Of(0, rule);
        features[1] = FeatureHash.Of(1, rule, word);
        features[2] = FeatureHash.Of(2, rule, next);
        features[3] = FeatureHash.Of(3, rule, (shape << 8) | nextShape);
        features[4] = FeatureHash.Of(4, word2, shape);
        features[5] = FeatureHash.Of(5, next, next2);
        features[6] = FeatureHash.Of(6, word, nextShape);
        features[7] = FeatureHash.Of(7, next, shape);
        features[8] = FeatureHash.Of(8, word2, word);
        features[9] = FeatureHash.Of(9, word, next);
        features[10] = FeatureHash.Of(10, (shape2 << 16) | (shape << 8) | nextShape, nextShape2);
        features[11] = FeatureHash.Of(11, (shape3 << 24) | (shape2 << 16) | (shape << 8) | nextShape, (nextShape2 << 8) | nextShape3);
        features[12] = FeatureHash.Of(12, state, nextShape);
        features[13] = FeatureHash.Of(13, state, manner);
        features[14] = FeatureHash.Of(14, (length << 16) | (shape << 8) | nextShape, rule);
        features[15] = FeatureHash.Of(15, length, manner);
        features[16] = FeatureHash.Of(16, (manner << 16) | (shape << 8) | nextShape, rule);
        features[17] = FeatureHash.Of(17, Word(gap.Start), (shape << 8) | nextShape);
        features[18] = FeatureHash.Of(18, Shape(gap.Start), (length << 16) | (shape << 8) | nextShape);
        features[19] = FeatureHash.Of(19, nextShape2, next);
        features[20] = FeatureHash.Of(20, shape2, word);
        features[21] = FeatureHash.Of(21, manner, word);
        features[22] = FeatureHash.Of(22, manner, next);
        features[23] = FeatureHash.Of(23, (uint)Size(gap.Stop), (shape << 8) | nextShape);
        features[24] = FeatureHash.Of(24, (uint)Size(gap.Stop - 1), (shape2 << 16) | (shape << 8) | nextShape);
        features[25] = FeatureHash.Of(25, rule, IsLetterAfterBlank(gap) ? 1u : 0);
        features[26] = FeatureHash.Of(26, length, word);
        features[27] = FeatureHash.Of(27, length, next);
        features[28] = FeatureHash.Of(28, SinceStop(gap), (shape << 8) | nextShape);
        features[29] = FeatureHash.Of(29, (manner << 8) | nextShape3, (nextShape << 8) | nextShape2);
    }

    private bool IsLetterAfterBlank(in SentenceGap gap) => tokens[gap.Next].Start > tokens[gap.Next - 1].End;

    private static uint Length(int tokens) => tokens switch { < 4 => (uint)tokens, < 6 => 4, < 10 => 5, < 20 => 6, < 40 => 7, _ => 8 };

    private int Size(int at) => at < first ? 0 : Math.Min(9, tokens[at].Length);

    /// <summary>How many tokens back the last stop in this sentence is, up to 6; 7 for none.</summary>
    private uint SinceStop(in SentenceGap gap)
    {
        for (var i = gap.Stop; i >= gap.Start && i > gap.Stop - 7; i--)
        {
            if (text[tokens[i].End - 1] is '.' or '!' or '?')
            {
                return (uint)(gap.Stop - i);
            }
        }

        return 7;
    }

    /// <summary>Whether a bracket and a quotation are open before the place, within the last hundred tokens.</summary>
    private uint Open(in SentenceGap gap)
    {
        var (bracket, quote) = (0u, 0u);
        for (var i = Math.Max(gap.Start, gap.Next - 100); i < gap.Next; i++)
        {
            switch (text[tokens[i].Start])
            {
                case '(' or '[':
                    bracket = 1;
                    break;
                case ')' or ']':
                    bracket = 0;
                    break;
                case '"':
                    quote ^= 2;
                    break;
                case '“':
                    quote = 2;
                    break;
                case '”':
                    quote = 0;
                    break;
            }
        }

        return bracket | quote;
    }

    private uint Word(int at)
    {
        if (at < first || at >= tokens.Count)
        {
            return 0;
        }

        var form = text.AsSpan(tokens[at].Start, Math.Min(LongestForm, tokens[at].Length));
        Span<char> folded = stackalloc char[LongestForm];
        for (var i = 0; i < form.Length; i++)
        {
            folded[i] = form[i] switch
            {
                >= 'a' and <= 'z' => form[i],
                >= '0' and <= '9' => '0',
                '’' or '‘' => '\'',
                '“' or '”' => '"',
                '–' or '—' => '-',
                _ => char.ToLowerInvariant(form[i]),
            };
        }

        return FeatureHash.Of(folded[..form.Length]);
    }

    /// <summary>Letters by their case, numbers, marks by themselves; a letter's stop is told apart.</summary>
    private uint Shape(int at)
    {
        if (at < first || at >= tokens.Count)
        {
            return 1;
        }

        var form = text.AsSpan(tokens[at].Start, tokens[at].Length);
        var head = form[0];
        return char.IsLetter(head) ? LetterShape(form) : char.IsAsciiDigit(head) ? DigitShape(form)
            : form.Length > 1 && head is not '.' ? 24u + (head & 7u) : head < 128 ? 32u + head : 200u + (head % 50u);
    }

    private static uint LetterShape(ReadOnlySpan<char> form)
    {
        var isUpper = form.Length > 1 && char.IsUpper(form[1]);
        var letters = char.IsUpper(form[0]) ? (isUpper ? 2u : 1u) : isUpper ? 3u : 0;
        return 2u + letters + (form.Length > 1 && form[^1] == '.' ? 4u : 0) + (form.ContainsAny('@', '/') ? 8u : 0);
    }

    private static uint DigitShape(ReadOnlySpan<char> form) =>
        form.ContainsAny('/', '-', ':') ? 20u : form.Length == 1 ? 21u : form.ContainsAnyInRange('a', 'z') ? 22u : 23u;

    /// <summary>Whether the paragraph ends with a stop, has words with a small letter after stops, and is rich in stops or in capitals.</summary>
    private static uint Manner(string text, List<TextSpan> tokens, int first)
    {
        var (stops, small, capitals, words) = (0, 0, 0, 0);
        for (var i = first; i < tokens.Count; i++)
        {
            var head = text[tokens[i].Start];
            var isLetter = char.IsLetter(head);
            words += isLetter ? 1 : 0;
            capitals += isLetter && char.IsUpper(head) ? 1 : 0;
            if (text[tokens[i].End - 1] is '.' or '!' or '?')
            {
                stops++;
                small += i + 1 < tokens.Count && char.IsLower(text[tokens[i + 1].Start]) ? 1 : 0;
            }
        }

        var end = text[tokens[^1].End - 1];
        var isClosed = end is '.' or '!' or '?' or '"' or '”' or ')';
        return (isClosed ? 1u : 0) | (small * 3 > stops ? 2u : 0) | (stops * 30 < tokens.Count - first ? 4u : 0) | (capitals * 2 > words ? 8u : 0) | (capitals * 4 > words ? 16u : 0);
    }
}
