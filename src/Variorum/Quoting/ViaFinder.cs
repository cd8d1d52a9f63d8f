using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Finds through whom reported words reached the page.</summary>
internal sealed class ViaFinder(string text)
{
    private string? _last;

    /// <summary>The agency, outlet or channel that a phrase names; null where it names none.</summary>
    /// <param name="frame">Its frame.</param>
    /// <param name="words">The phrase.</param>
    /// <param name="anyone">Whether whatever it names passed the words on, known as an outlet or not.</param>
    public Via? Read(Frame frame, PieceRange words, bool anyone = false)
    {
        var (start, end) = (words.Start, Math.Min(words.End, words.Start + 25));
        var name = NameIn(frame, start, end);
        if (name is null && IsBackReference(frame, start, end))
        {
            name = _last;
        }

        name ??= NounIn(frame, start, end) ?? (anyone ? Plain(frame, start, end) : null);
        if (name is null)
        {
            return null;
        }

        _last = char.IsUpper(name[0]) ? name : _last;
        return new Via(name, frame.Span(start, words.End));
    }

    /// <summary>What a frame says of the way of its words beside the reports themselves.</summary>
    public IEnumerable<(int At, Via Via)> Aside(Frame frame)
    {
        for (var i = 0; i + 1 < frame.Length; i++)
        {
            var from = AsideStart(frame, i);
            if (from > 0 && NounPhrases.EndOf(frame, from, whole: false) is > 0 and var end && Read(frame, new PieceRange(from, end), frame[i].Form is "released" or "published") is { } via)
            {
                yield return (i, via);
            }
        }
    }

    /// <summary>Where a name of a channel may follow: "per the Times", "via X", "on Telegram", "cited by Haaretz"; -1 for none.</summary>
    private static int AsideStart(Frame frame, int i) => frame[i].Form switch
    {
        "per" or "via" => i + 1,
        "on" when frame[i + 1].IsUpper && !frame[i + 1].IsTime => i + 1,
        "with" or "to" when i > 0 && frame[i - 1].Form is "interview" or "spoke" or "speaking" or "statement" => i + 1,
        "released" or "published" or "cited" or "quoted" or "broadcast" or "carried" or "aired" or "seen" or "obtained" when frame.Is(i + 1, "by") => i + 2,
        _ => -1,
    };

    private string? NameIn(Frame frame, int start, int end)
    {
        var best = (string?)null;
        for (var i = start; i < end; i++)
        {
            if (!frame[i].IsUpper || frame[i].IsMarked || frame[i].Tag is PartOfSpeech.Det or PartOfSpeech.Pron)
            {
                continue;
            }

            var last = RunEnd(frame, i, end);
            if (Known(frame, i, last) is { } known)
            {
                return known;
            }

            if (IsOutletName(frame, i, last))
            {
                best ??= NameOf(frame, i, last);
            }

            i = last - 1;
        }

        return best;
    }

    /// <summary>The longest part of a run of capitalised words that is a known name, article included where it has one.</summary>
    private string? Known(Frame frame, int start, int end)
    {
        for (var length = Math.Min(end - start, 7); length > 0; length--)
        {
            for (var i = start; i + length <= end; i++)
            {
                var name = Words(frame, i, i + length);
                if ((MediaTable.UsualName(name) ?? (frame.Is(i - 1, "the") ? MediaTable.UsualName("The " + name) : null)) is { } usual && (length > 1 || i + 1 == end || MediaTable.IsNoun(frame[i + 1].Form)))
                {
                    return usual;
                }
            }
        }

        return null;
    }

    private bool IsOutletName(Frame frame, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (end - start > 1 && MediaTable.IsNameWord(Words(frame, i, i + 1)))
            {
                return true;
            }
        }

        return end - start <= 4 && frame[end - 1].Tag != PartOfSpeech.Adj && (end < frame.Length && MediaTable.IsNoun(frame[end].Form) || end + 1 < frame.Length && frame.Is(end, "news") && MediaTable.IsNoun(frame[end + 1].Form));
    }

    private string NameOf(Frame frame, int start, int end)
    {
        while (start + 1 < end && frame.IsTagged(start, PartOfSpeech.Adj))
        {
            start++;
        }

        return Words(frame, start, end);
    }

    private static int RunEnd(Frame frame, int start, int end)
    {
        var i = start + 1;
        while (i < end && !frame[i].IsMarked && (frame[i].IsUpper || frame[i].Tag == PartOfSpeech.Num || i + 1 < end && frame[i + 1].IsUpper && (frame[i].Form is "of" or "and" or "-" or "–" or "." or "/")))
        {
            i++;
        }

        return i;
    }

    /// <summary>"the paper", "the agency": the one named last.</summary>
    private static bool IsBackReference(Frame frame, int start, int end) =>
        frame.Is(start, "the") && end - start <= 3 && MediaTable.IsNoun(frame[end - 1].Form) && frame[end - 1].Form is not ("translation" or "transcript" or "media" or "press" or "reporters" or "journalists" or "footage" or "recording" or "readout");

    private string? NounIn(Frame frame, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (MediaTable.IsNoun(frame[i].Form) && frame[i].Form is not ("reporters" or "journalists"))
            {
                return Plain(frame, start, end);
            }

            if (frame[i].Tag == PartOfSpeech.Propn)
            {
                return null;
            }
        }

        return null;
    }

    private string Plain(Frame frame, int start, int end)
    {
        var first = frame.Is(start, "the") && start + 1 < end ? start + 1 : start;
        return Words(frame, first, end);
    }

    private string Words(Frame frame, int start, int end) => frame.Span(start, end).Of(text);

    /// <summary>Joins chains, each channel once.</summary>
    public static ImmutableArray<Via> Join(IEnumerable<Via> vias) => [.. vias.DistinctBy(via => via.Name)];
}
