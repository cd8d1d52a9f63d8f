using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Finds which of an article's chains a source's words mean.</summary>
internal sealed class SpeakerFinder(ImmutableArray<Mention> mentions)
{
    private readonly Mention[] _byStart = [.. mentions.OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)];

    /// <summary>The chain that the words of a source name; null where they name none.</summary>
    /// <param name="frame">The source's frame.</param>
    /// <param name="source">Its pieces.</param>
    public int? Find(Frame frame, PieceRange source)
    {
        var words = frame.Span(source.Start, source.End);
        if (frame[source.Start].IsRelative && source.End == source.Start + 1)
        {
            return Antecedent(frame, source.Start);
        }

        var head = Head(frame, source);
        var best = (Mention?)null;
        foreach (var mention in Overlapping(words))
        {
            if (mention.Chain >= 0 && mention.Span.Contains(head.Start) && (best is null || Rank(mention, words).CompareTo(Rank(best, words)) > 0))
            {
                best = mention;
            }
        }

        return best?.Chain ?? NamedIn(words)?.Chain;
    }

    /// <summary>The chain that a bare name means; null where it means none.</summary>
    public int? Find(TextSpan name) => Overlapping(name).Where(mention => mention.Chain >= 0).Select(mention => (int?)mention.Chain).FirstOrDefault();

    /// <summary>Whether a chain's mentions name a person or an organisation: somebody who can speak.</summary>
    public static bool CanSpeak(Chain chain) => chain.Type is EntityType.Person or EntityType.Organisation;

    /// <summary>The first name of a person inside, where the head itself is no mention ("the head of the party, X").</summary>
    private Mention? NamedIn(TextSpan words) =>
        Overlapping(words).Where(mention => mention.Chain >= 0 && mention.Kind == MentionKind.Name && mention.Type == EntityType.Person && words.Contains(mention.Span)).FirstOrDefault();

    private static (int Kind, int Length) Rank(Mention mention, TextSpan words) =>
        (mention.Kind == MentionKind.Name ? 1 : 0, words.Contains(mention.Span) ? mention.Span.Length : -mention.Span.Length);

    private int? Antecedent(Frame frame, int relative)
    {
        var end = frame[Math.Max(0, relative - 1)].IsComma ? relative - 1 : relative;
        return end > 0 && NounPhrases.StartOf(frame, end) is >= 0 and var start ? Find(frame, new PieceRange(start, end)) : null;
    }

    /// <summary>The head noun: the last one before a preposition, a comma or a bracket.</summary>
    private static TextSpan Head(Frame frame, PieceRange source)
    {
        var head = source.Start;
        for (var i = source.Start; i < source.End; i++)
        {
            if (i > source.Start && (frame[i].IsComma || frame[i].IsBreak || frame[i].Tag is PartOfSpeech.Adp or PartOfSpeech.Cconj || frame[i].IsRelative))
            {
                break;
            }

            head = frame[i].IsPossessiveMark ? head : i;
        }

        return frame[head].Span;
    }

    private IEnumerable<Mention> Overlapping(TextSpan span)
    {
        for (var i = FirstNear(span.Start); i < _byStart.Length && _byStart[i].Span.Start < span.End; i++)
        {
            if (_byStart[i].Span.Overlaps(span))
            {
                yield return _byStart[i];
            }
        }
    }

    /// <summary>A little before the span's start: a mention that covers it begins there.</summary>
    private int FirstNear(int start)
    {
        int low = 0, high = _byStart.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_byStart[middle].Span.Start < start - 100)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
