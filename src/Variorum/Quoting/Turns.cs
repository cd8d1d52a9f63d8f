using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Follows who is speaking from sentence to sentence, so that words in marks without a cue of their own find their speaker.</summary>
internal sealed class Turns(string text, ImmutableArray<Marked> marked, SpeakerFinder speakers, ImmutableArray<Chain> chains)
{
    /// <summary>Words in marks shorter than this (UTF-16 units) do not make a turn by themselves.</summary>
    private const int ShortestTurn = 18;

    private readonly FrameReports _reports = new(new ViaFinder(text));
    private readonly QuoteBuilder _builder = new(text, marked);
    private readonly List<Quote> _quotes = [];
    private ImmutableArray<Via> _pending = [];
    private Frame? _before;
    private int _turn = -1;
    private int _turnParagraph = -2;
    private bool _turnIsMarked;

    /// <summary>Everything found, as it was found.</summary>
    public IReadOnlyList<Quote> Quotes() => _quotes;

    public void Add(Frame frame)
    {
        if (_before?.Paragraph != frame.Paragraph)
        {
            _pending = [];
        }

        if (IsMarksOnly(frame))
        {
            AddMarks(frame);
        }
        else
        {
            AddReports(frame);
        }

        _before = frame;
    }

    private static bool IsMarksOnly(Frame frame)
    {
        var any = false;
        foreach (var piece in frame.Pieces)
        {
            if (!piece.IsMarked && piece.Tag != PartOfSpeech.Punct && piece.Form.Length > 0 && char.IsLetterOrDigit(piece.Form[0]))
            {
                return false;
            }

            any |= piece.IsMarked;
        }

        return any;
    }

    private void AddReports(Frame frame)
    {
        var found = _reports.Read(frame);
        foreach (var carried in found)
        {
            var report = carried.Report;
            var withPending = carried.Via.IsEmpty ? carried with { Via = _pending } : carried;
            if (_builder.Build(withPending, report.Source is { } source ? Speaker(frame, source) : null) is { } quote)
            {
                AddTurn(quote, frame, IsMarkedAlone(report));
            }
        }

        if (found.IsEmpty)
        {
            _pending = _reports.Asides(frame);
            _turnIsMarked = false;
        }
    }

    /// <summary>"The statement" speaks for who spoke before.</summary>
    private int? Speaker(Frame frame, PieceRange source)
    {
        var isStatement = source.End == source.Start + 2 && frame[source.Start].Form is "the" or "this" && frame[source.Start + 1].Form is "statement";
        return isStatement && _turn >= 0 && frame.Paragraph - _turnParagraph <= 1 ? _quotes[_turn].Speaker : speakers.Find(frame, source);
    }

    private static bool IsMarkedAlone(Report report) => report.Content.Exists(part => part.End == part.Start + 1 && report.Frame[part.Start].IsMarked);

    private void AddTurn(Quote quote, Frame frame, bool isMarked)
    {
        _quotes.Add(quote);
        _turn = _quotes.Count - 1;
        _turnParagraph = frame.Paragraph;
        _turnIsMarked = isMarked;
    }

    /// <summary>A sentence of nothing but marked words: it goes on, follows its speaker, or is nobody's.</summary>
    private void AddMarks(Frame frame)
    {
        foreach (var piece in frame.Pieces.Where(piece => piece.IsMarked))
        {
            var inner = _builder.InnerOf(piece);
            if (inner.IsEmpty)
            {
                continue;
            }

            if (GoesOn(frame, piece))
            {
                var quote = _quotes[_turn];
                _quotes[_turn] = quote with { Content = quote.Content.Add(inner), Quoted = quote.Quoted.Add(inner) };
                _turnParagraph = frame.Paragraph;
            }
            else if (inner.Length >= ShortestTurn)
            {
                AddTurn(Follow(frame, inner), frame, isMarked: true);
            }
        }
    }

    /// <summary>Whether marked words carry on the quote before: in the same paragraph, or over paragraphs without a closing mark.</summary>
    private bool GoesOn(Frame frame, Piece piece) =>
        _turn >= 0 && _turnIsMarked && (frame.Paragraph == _turnParagraph || marked[piece.Marked].Resumes && frame.Paragraph == _turnParagraph + 1);

    private Quote Follow(Frame frame, TextSpan inner)
    {
        var isNear = _turn >= 0 && frame.Paragraph - _turnParagraph <= 1;
        if (isNear && _before is not null && (_turnIsMarked || _turnParagraph == _before.Paragraph))
        {
            var before = _quotes[_turn];
            return Of(inner, before.Source, before.Speaker, before.Via, "speaker-before");
        }

        if (_before is { } said && said.Paragraph == frame.Paragraph && !IsMarksOnly(said) && PhraseRules.MainSubject(said, said.Length) is { } subject
            && speakers.Find(said, subject) is { } chain && SpeakerFinder.CanSpeak(chains[chain]))
        {
            return Of(inner, said.Span(subject.Start, subject.End), chain, _pending, "subject-before");
        }

        return Of(inner, null, null, _pending, "unattributed");
    }

    private static Quote Of(TextSpan inner, TextSpan? source, int? speaker, ImmutableArray<Via> via, string rule) =>
        new(QuoteKind.Direct, [inner], null, source, speaker, [inner], via, rule);
}
