using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Variorum.Normalizing;

/// <summary>What a piece of text is.</summary>
internal enum PieceKind
{
    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>A run of ASCII digits.</summary>
    Digits,

    /// <summary>Any other sign.</summary>
    Mark,

    /// <summary>A blank line: nothing is read across it.</summary>
    Break,
}

/// <summary>A run of letters, a run of digits or one mark.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">Which of these it is.</param>
/// <param name="IsGlued">Whether nothing parts it from the piece before.</param>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, bool IsGlued);

/// <summary>A text cut finer than its tokens ("11pm" in two, "22-24" in three), so that times and numbers read the same however the tokenizer cuts.</summary>
/// <remarks><b>Cost.</b> One pass; every question about a place outside the text is answered with no.</remarks>
internal sealed class Pieces
{
    private readonly string text;
    private readonly ImmutableArray<Piece> pieces;

    /// <summary>Cuts a text.</summary>
    public Pieces(string text)
    {
        this.text = text;
        pieces = Cut(text);
    }

    /// <summary>How many there are.</summary>
    public int Count => pieces.Length;

    /// <summary>The piece at a place, which must lie inside.</summary>
    public Piece this[int at] => pieces[at];

    /// <summary>Its letters, digits or mark; empty outside the text.</summary>
    public ReadOnlySpan<char> Form(int at) => Inside(at) ? text.AsSpan(pieces[at].Start, pieces[at].End - pieces[at].Start) : [];

    /// <summary>From the first of two pieces to the end of the last.</summary>
    public TextSpan Span(int first, int end) => new(pieces[first].Start, pieces[end - 1].End);

    /// <summary>Whether a piece lies there.</summary>
    public bool Inside(int at) => (uint)at < (uint)pieces.Length;

    /// <summary>Whether the piece is this word, in any case.</summary>
    public bool Is(int at, string word) => Form(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the piece is one of these words, in any case.</summary>
    public bool IsOneOf(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Is(at, word))
                return true;

        return false;
    }

    /// <summary>Whether the piece is one of these words.</summary>
    public bool IsAny(int at, FrozenSet<string> words) => Inside(at) && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Form(at));

    /// <summary>What a table says of the piece.</summary>
    public bool Look<T>(int at, FrozenDictionary<string, T> table, out T value)
    {
        value = default!;
        return Inside(at) && table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Form(at), out value!);
    }

    /// <summary>Whether the piece is this mark.</summary>
    public bool IsMark(int at, char mark) => Inside(at) && pieces[at].Kind == PieceKind.Mark && text[pieces[at].Start] == mark;

    /// <summary>Whether the piece is this mark with nothing before it.</summary>
    public bool IsGluedMark(int at, char mark) => IsMark(at, mark) && pieces[at].IsGlued;

    /// <summary>Whether the piece is a hyphen or a dash.</summary>
    public bool IsDash(int at) => IsMark(at, '-') || IsMark(at, '–') || IsMark(at, '—') || IsMark(at, '‑') || IsMark(at, '−');

    /// <summary>Whether the piece is an apostrophe.</summary>
    public bool IsApostrophe(int at) => IsMark(at, '\'') || IsMark(at, '’');

    /// <summary>Whether the piece is a run of letters.</summary>
    public bool IsWord(int at) => Inside(at) && pieces[at].Kind == PieceKind.Word;

    /// <summary>Whether the piece is a run of digits.</summary>
    public bool IsDigits(int at) => Inside(at) && pieces[at].Kind == PieceKind.Digits;

    /// <summary>Whether nothing parts the piece from the one before.</summary>
    public bool IsGlued(int at) => Inside(at) && pieces[at].IsGlued;

    /// <summary>Whether the piece opens with a capital.</summary>
    public bool IsCapital(int at) => Inside(at) && char.IsUpper(text[pieces[at].Start]);

    /// <summary>The place after the word if it stands here, else this place.</summary>
    public int Skip(int at, string word) => Is(at, word) ? at + 1 : at;

    /// <summary>The place after the mark if it stands here, else this place.</summary>
    public int SkipMark(int at, char mark) => IsMark(at, mark) ? at + 1 : at;

    /// <summary>The value of a run of at most nine digits; -1 for anything else.</summary>
    public int Integer(int at) => IsDigits(at) && pieces[at].End - pieces[at].Start <= 9 ? int.Parse(Form(at)) : -1;

    /// <summary>How many signs the piece has.</summary>
    public int Length(int at) => Inside(at) ? pieces[at].End - pieces[at].Start : 0;

    private static ImmutableArray<Piece> Cut(string text)
    {
        var cut = ImmutableArray.CreateBuilder<Piece>(text.Length / 5 + 8);
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at = Blank(text, at, cut);
                continue;
            }

            var (end, kind) = Run(text, at);
            cut.Add(new Piece(at, end, kind, at > 0 && !char.IsWhiteSpace(text[at - 1])));
            at = end;
        }

        return cut.ToImmutable();
    }

    /// <summary>Passes white space; a blank line becomes a piece of its own.</summary>
    private static int Blank(string text, int at, ImmutableArray<Piece>.Builder cut)
    {
        int end = at, lines = 0;
        for (; end < text.Length && char.IsWhiteSpace(text[end]); end++)
            lines += text[end] == '\n' ? 1 : 0;

        if (lines > 1)
            cut.Add(new Piece(at, end, PieceKind.Break, IsGlued: false));

        return end;
    }

    private static (int End, PieceKind Kind) Run(string text, int at)
    {
        var end = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;

            return (end, PieceKind.Digits);
        }

        if (IsLetter(text[at]))
        {
            while (end < text.Length && IsLetter(text[end]))
                end++;

            return (end, PieceKind.Word);
        }

        return (Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var length) == System.Buffers.OperationStatus.Done ? at + length : end, PieceKind.Mark);
    }

    private static bool IsLetter(char sign) => char.IsLetter(sign) || char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
