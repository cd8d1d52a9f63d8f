using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>A sentence seen from outside its quotation marks: each marked stretch counts as one word, however long.</summary>
/// <param name="Pieces">Its words, marks of punctuation and marked stretches.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
internal sealed record Frame(ImmutableArray<Piece> Pieces, int Paragraph)
{
    /// <summary>How far any rule looks around: sentences are shorter, and hostile ones cost no more.</summary>
    public const int Reach = 250;

    public int Length => Pieces.Length;

    public Piece this[int i] => Pieces[i];

    /// <summary>Whether the piece at <paramref name="i"/> exists and is that word or mark.</summary>
    public bool Is(int i, string form) => i >= 0 && i < Length && string.Equals(Pieces[i].Form, form, StringComparison.Ordinal);

    public bool IsMarked(int i) => i >= 0 && i < Length && Pieces[i].IsMarked;

    public bool IsTagged(int i, PartOfSpeech tag) => i >= 0 && i < Length && !Pieces[i].IsMarked && Pieces[i].Tag == tag;

    /// <summary>Whether nothing but closing punctuation stands at <paramref name="i"/> and after it.</summary>
    public bool EndsAt(int i)
    {
        while (i < Length && Pieces[i].Form is "." or "!" or "?" or "…" or "..." or ")")
        {
            i++;
        }

        return i >= Length;
    }

    /// <summary>A verb that can carry a clause: no participle, no infinitive.</summary>
    public bool IsFiniteVerb(int i)
    {
        var piece = Pieces[i];
        if (piece.IsMarked || piece.Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux) || piece.IsParticiple && !HasAuxiliary(i))
        {
            return false;
        }

        return !Is(i - 1, "to");
    }

    /// <summary>Whether a finite verb stands in a range, so that it can be a clause.</summary>
    public bool HasClause(int start, int end)
    {
        end = Math.Min(end, start + Reach);
        for (var i = Math.Max(0, start); i < end; i++)
        {
            if (IsFiniteVerb(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a verb's group begins: its auxiliaries and the adverbs between them, but no leading adverb.</summary>
    public int GroupStart(int verb)
    {
        var start = verb;
        for (var i = verb - 1; i >= 0 && i > verb - 8; i--)
        {
            if (Pieces[i].IsAuxiliary || Is(i, "to") && i == verb - 1)
            {
                start = i;
            }
            else if (!IsTagged(i, PartOfSpeech.Adv) && !IsTagged(i, PartOfSpeech.Part) && Pieces[i].Form is not ("not" or "n't" or "n’t"))
            {
                break;
            }
        }

        return start;
    }

    public bool HasAuxiliary(int verb) => GroupStart(verb) < verb && !Is(verb - 1, "to");

    public TextSpan Span(int start, int end) => new(Pieces[start].Span.Start, Pieces[end - 1].Span.End);
}
