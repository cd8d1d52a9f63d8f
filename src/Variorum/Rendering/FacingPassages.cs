using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>Sets what one article took from another against each other.</summary>
/// <remarks><b>Method.</b> Each passage with the rest of its sentences; longest common subsequence of their words. <b>Cost.</b> Grows with
/// the square of a passage's words; a very long one is shown without its changes.</remarks>
public static class FacingPassages
{
    private const int MostWords = 500;

    /// <summary>Where less of either is kept, what was changed is everything.</summary>
    private const double LeastKept = 0.5;

    /// <summary>The passages of a copy that are text, in the order of the article that took.</summary>
    public static ImmutableArray<FacingPassage> Of(Story story, LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(link);
        var (from, to) = (story.Readings[link.From], story.Readings[link.To]);
        var facing = new List<(SharedPassage Passage, TextSpan From, TextSpan To)>();
        foreach (var passage in link.Passages.Where(passage => passage.Kind is SharedKind.Text or SharedKind.Rewritten))
        {
            var (left, right) = (Sentences(from, passage.From), Sentences(to, passage.To));
            if (facing.Count > 0 && facing[^1] is var last && last.To.Overlaps(right) && last.From.Overlaps(left))
            {
                facing[^1] = (last.Passage, last.From.Union(left), last.To.Union(right));
            }
            else
            {
                facing.Add((passage, left, right));
            }
        }

        return [.. facing.Select(one => Compare(one.Passage, from.Article.Text, one.From, to.Article.Text, one.To))];
    }

    /// <summary>What was changed, in words: "left out: …; put in: …; moved: …"; empty where nothing was.</summary>
    public static string Say(Story story, LineageLink link, FacingPassage facing)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(facing);
        var (from, to) = (story.Readings[link.From].Article.Text, story.Readings[link.To].Article.Text);
        if (Math.Max(Kept(from, facing.From), Kept(to, facing.To)) < LeastKept)
        {
            return "in other words";
        }

        var (cut, added) = (Parts(from, facing.From, FacingChange.Cut), Parts(to, facing.To, FacingChange.Added));
        string[] moved = [.. added.Where(words => cut.Any(other => Fold(other) == Fold(words)))];
        string[] parts =
        [
            Note("left out: ", cut.Where(words => !moved.Any(other => Fold(other) == Fold(words)))),
            Note("put in: ", added.Except(moved)),
            Note("moved: ", moved),
            Note($"put for {Join(Parts(from, facing.From, FacingChange.Changed))}: ", Parts(to, facing.To, FacingChange.Changed)),
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    /// <summary>What happened to some words; empty where there are none.</summary>
    private static string Note(string what, IEnumerable<string> words) => Join(words) is { Length: > 0 } joined ? what + joined : "";

    private static string Join(IEnumerable<string> words) => string.Join(" … ", words);

    /// <summary>Part of the letters that stand in both.</summary>
    private static double Kept(string text, ImmutableArray<FacingPart> parts) =>
        parts.Where(part => part.Change == FacingChange.Kept).Sum(part => part.Span.Of(text).Length) / (double)Math.Max(1, parts.Sum(part => part.Span.Length));

    private static string[] Parts(string text, ImmutableArray<FacingPart> parts, FacingChange change) =>
        [.. parts.Where(part => part.Change == change).Select(part => QuotedWords.OneLine(part.Span.Of(text)).TrimEnd(',', ';', '.'))];

    /// <summary>The sentences that hold a passage, without the dateline before them.</summary>
    private static TextSpan Sentences(Reading reading, TextSpan passage)
    {
        var document = reading.Document;
        if (document.Sentences.IsEmpty)
        {
            return passage;
        }

        var (first, last) = (Math.Max(0, document.SentenceAt(passage.Start)), Math.Max(0, document.SentenceAt(passage.End - 1)));
        var whole = passage.Union(document.Sentences[first].Span).Union(document.Sentences[last].Span);
        return reading.Article.Dateline?.Span is { } dateline && dateline.Overlaps(whole) ? new TextSpan(Math.Min(dateline.End, passage.Start), whole.End) : whole;
    }

    private static FacingPassage Compare(SharedPassage passage, string fromText, TextSpan from, string toText, TextSpan to)
    {
        var (left, right) = (Words(fromText, from), Words(toText, to));
        if (left.Count > MostWords || right.Count > MostWords)
        {
            return new FacingPassage(passage, [new FacingPart(from, FacingChange.Kept)], [new FacingPart(to, FacingChange.Kept)]);
        }

        var leftParts = ImmutableArray.CreateBuilder<FacingPart>();
        var rightParts = ImmutableArray.CreateBuilder<FacingPart>();
        var (i, j) = (0, 0);
        foreach (var (l, r) in Align(fromText, left, toText, right).Append((left.Count, right.Count)))
        {
            var isChanged = l > i && r > j;
            Add(leftParts, left, i, l, isChanged ? FacingChange.Changed : FacingChange.Cut);
            Add(rightParts, right, j, r, isChanged ? FacingChange.Changed : FacingChange.Added);
            if (l < left.Count)
            {
                Add(leftParts, left, l, l + 1, FacingChange.Kept);
                Add(rightParts, right, r, r + 1, FacingChange.Kept);
            }

            (i, j) = (l + 1, r + 1);
        }

        return new FacingPassage(passage, leftParts.ToImmutable(), rightParts.ToImmutable());
    }

    /// <summary>Adds words; those that go on with the last part's fate become one with it.</summary>
    private static void Add(ImmutableArray<FacingPart>.Builder parts, List<TextSpan> words, int first, int end, FacingChange change)
    {
        if (first >= end)
        {
            return;
        }

        var span = new TextSpan(words[first].Start, words[end - 1].End);
        if (parts.Count > 0 && parts[^1].Change == change)
        {
            parts[^1] = parts[^1] with { Span = parts[^1].Span.Union(span) };
        }
        else
        {
            parts.Add(new FacingPart(span, change));
        }
    }

    private static List<TextSpan> Words(string text, TextSpan span)
    {
        var words = new List<TextSpan>();
        for (var i = span.Start; i < span.End;)
        {
            var start = i;
            while (i < span.End && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(new TextSpan(start, i));
            }

            i++;
        }

        return words;
    }

    private static List<(int Left, int Right)> Align(string leftText, List<TextSpan> left, string rightText, List<TextSpan> right)
    {
        string[] leftKeys = [.. left.Select(word => Fold(word.Of(leftText)))];
        string[] rightKeys = [.. right.Select(word => Fold(word.Of(rightText)))];
        return WordingDifferences.Align(leftKeys, rightKeys);
    }

    /// <summary>A word without its marks and capitals; one dash is as good as another.</summary>
    private static string Fold(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
