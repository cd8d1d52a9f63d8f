using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Reads a document's frames: its sentences, with what stands between quotation marks folded away.</summary>
internal sealed class FrameReader(Document document, ImmutableArray<Marked> marked)
{
    private readonly List<Frame> _frames = [];
    private readonly ImmutableArray<Piece>.Builder _pieces = ImmutableArray.CreateBuilder<Piece>();
    private int _paragraph;

    /// <summary>All frames. <b>Order.</b> By place. <b>Cost.</b> Linear.</summary>
    public ImmutableArray<Frame> Read()
    {
        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Paragraph != _paragraph)
            {
                Finish();
                _paragraph = sentence.Paragraph;
            }

            for (var token = sentence.First; token < sentence.End; token++)
            {
                next = Take(token, next);
            }

            if (EndsHere(sentence))
            {
                Finish();
            }
        }

        Finish();
        return [.. _frames];
    }

    /// <returns>The next marked stretch that may begin.</returns>
    private int Take(int token, int next)
    {
        var at = document.Tokens[token];
        while (next < marked.Length && marked[next].Outer.End <= at.Start)
        {
            next++;
        }

        if (next >= marked.Length || at.End <= marked[next].Outer.Start)
        {
            AddWord(token, at);
        }
        else if (_pieces.Count == 0 || _pieces[^1].Marked != next)
        {
            AddMarked(next);
        }

        return next;
    }

    private void AddWord(int token, Token at)
    {
        if (_pieces.Count > 0 && _pieces[^1].IsMarked && BreaksAfter(_pieces[^1], at))
        {
            Finish();
        }

        var form = document.Form(token);
        var glued = form is "-" or "–" && _pieces.Count > 0 && _pieces[^1].Span.End == at.Start && token + 1 < document.Tokens.Length && document.Tokens[token + 1].Start == at.End;
        _pieces.Add(new Piece(at.Span, at.Tag, glued ? Piece.Hyphen : at.Lemma.ToLowerInvariant(), form.ToString().ToLowerInvariant(), form.Length > 0 && char.IsUpper(form[0]), -1));
    }

    private void AddMarked(int index)
    {
        if (_pieces.Count > 0 && _pieces[^1].IsMarked && EndsSentence(_pieces[^1]))
        {
            Finish();
        }

        _pieces.Add(new Piece(marked[index].Outer, PartOfSpeech.X, "", "", IsUpperInside(index), index, LastInside(index)));
    }

    private bool IsUpperInside(int index)
    {
        var inner = marked[index].Inner;
        for (var i = inner.Start; i < inner.End && i < inner.Start + 4; i++)
        {
            if (char.IsLetter(document.Text[i]))
            {
                return char.IsUpper(document.Text[i]);
            }
        }

        return false;
    }

    /// <summary>After words in marks that end a sentence, a capital begins the next; after a question or a call only with some doubt, which the cue settles.</summary>
    private bool BreaksAfter(Piece piece, Token at) => piece.Close is '.' && char.IsUpper(document.Text[at.Start]);

    private static bool EndsSentence(Piece piece) => piece.Close is '.' or '?' or '!' or '…';

    private char LastInside(int index)
    {
        var inner = document.Text.AsSpan(marked[index].Inner.Start, marked[index].Inner.Length).TrimEnd();
        inner = inner.TrimEnd("'’");
        return inner.Length > 0 ? inner[^1] : ' ';
    }

    /// <summary>A sentence ends its frame unless it ends within marks, or with them in the middle of a sentence.</summary>
    private bool EndsHere(Sentence sentence)
    {
        if (_pieces.Count == 0)
        {
            return false;
        }

        var last = _pieces[^1];
        if (!last.IsMarked)
        {
            return true;
        }

        return last.Span.End <= sentence.Span.End && last.Close is '.' && NextIsUpper(sentence.End);
    }

    private bool NextIsUpper(int token)
    {
        if (token >= document.Tokens.Length)
        {
            return true;
        }

        var first = document.Text[document.Tokens[token].Start];
        return char.IsUpper(first) || !char.IsLetter(first);
    }

    private void Finish()
    {
        if (_pieces.Count > 0)
        {
            _frames.Add(new Frame(_pieces.ToImmutable(), _paragraph));
            _pieces.Clear();
        }
    }
}
