using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds utterances that accounts print in quotation marks with different words.</summary>
/// <remarks>
/// <b>Method.</b> A shorter cut of the same words is no difference; nor are capitals, marks and bracketed insertions. Two
/// wordings differ where, aligned word by word, at least one telling word of each has no equal in the other.
/// </remarks>
internal sealed class WordingConflicts(Story story, GroupIndex index)
{
    /// <summary>What stands in quotation marks in each article, by its start.</summary>
    private readonly ImmutableArray<MarkedReach> marked = [.. story.Readings.Select(reading => new MarkedReach(reading.Quotes))];

    /// <summary>The conflicts, in the order of the utterances.</summary>
    public IEnumerable<Conflict> Find(ImmutableArray<Utterance> utterances) =>
        utterances.SelectMany(utterance => Sentences(utterance).Select(sides => Make(utterance, sides)));

    /// <summary>The sentences of an utterance that are told with different words: each one's sides, most widely printed first.</summary>
    private IEnumerable<List<List<Wording>>> Sentences(Utterance utterance)
    {
        var open = utterance.Wordings.Where(IsMarked).ToList();
        while (open.Count > 1)
        {
            var first = open[0];
            open.RemoveAt(0);
            var others = open.FindAll(other => Differ(first, other));
            if (others.Count == 0)
                continue;

            open.RemoveAll(others.Contains);
            var sides = new List<List<Wording>> { new() { first } };
            foreach (var other in others)
            {
                var side = sides.Skip(1).FirstOrDefault(s => s.TrueForAll(held => !Differ(held, other)));
                if (side is null)
                    sides.Add([other]);
                else
                    side.Add(other);
            }

            yield return sides;
        }
    }

    /// <summary>Whether all of a wording stands in quotation marks in its article.</summary>
    private bool IsMarked(Wording wording) => marked[wording.Citation.Article].Holds(wording.Citation.Span);

    /// <summary>The telling words of a wording, names and what stands in square brackets aside: names are shared by all that is said of one thing.</summary>
    private string[] Words(Wording wording)
    {
        var document = story.Readings[wording.Citation.Article].Document;
        var (first, end) = document.TokensOf(wording.Citation.Span);
        var words = new List<string>();
        for (var i = first; i < end; i++)
        {
            if (document.Form(i) is "[")
                i = Closing(document, i, end);
            else if (Tells(document.Tokens[i]))
                words.Add(Plain(document.Tokens[i].Lemma));
        }

        return [.. words];
    }

    private string[] Lemmas(Wording wording)
    {
        var document = story.Readings[wording.Citation.Article].Document;
        var (first, end) = document.TokensOf(wording.Citation.Span);
        return [.. Enumerable.Range(first, end - first).Select(i => Plain(document.Tokens[i].Lemma))];
    }

    private static int Closing(Document document, int at, int end)
    {
        for (var i = at; i < end; i++)
            if (document.Form(i) is "]")
                return i;

        return at;
    }

    /// <summary>A lemma without the marks and endings in which British and American spelling differ.</summary>
    private static string Plain(string lemma)
    {
        var plain = lemma.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);
        return plain.Length > 5 && plain.EndsWith("ise", StringComparison.Ordinal) ? plain[..^2] + "ze" : plain;
    }

    private static bool Tells(Token token) =>
        token.Tag is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Num && token.Lemma is not ("be" or "have" or "do");

    /// <summary>Whether two wordings of different articles are one sentence told with other words: most telling words shared, and each with one the other lacks.</summary>
    private bool Differ(Wording left, Wording right)
    {
        if (left.Articles.Intersect(right.Articles).Any())
            return false;

        var (words, others) = (Words(left), Words(right));
        var (held, otherHeld) = (Lemmas(left), Lemmas(right));
        var lacking = words.Count(word => !otherHeld.Any(other => IsOneWord(word, other)));
        var added = others.Count(other => !held.Any(word => IsOneWord(word, other)));
        var shared = Math.Min(words.Length - lacking, others.Length - added);
        return lacking >= 1 && added >= 1 && shared >= 2 && shared * 2 >= Math.Max(words.Length, others.Length);
    }

    /// <summary>One word, or one word in two spellings ("centre", "center").</summary>
    private static bool IsOneWord(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal)
        || (Math.Min(left.Length, right.Length) >= 5 && left[0] == right[0] && left[^1] == right[^1] && Math.Abs(left.Length - right.Length) <= 1 && left.Order().SequenceEqual(right.Order()))
        || (Math.Min(left.Length, right.Length) >= 6 && Math.Abs(left.Length - right.Length) == 1 && IsOneLetterMore(left, right));

    private static bool IsOneLetterMore(string left, string right)
    {
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
            at++;

        return shorter.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1));
    }

    private Conflict Make(Utterance utterance, List<List<Wording>> sides)
    {
        var values = sides
            .OrderByDescending(side => side.SelectMany(wording => wording.Articles).Distinct().Count())
            .Select(side => new ConflictValue(Text(side[0]), Text(side[0]), [.. side.Select(wording => wording.Citation)]))
            .ToImmutableArray();
        var first = sides[0][0].Citation;
        return new Conflict(utterance.SpeakerName is { } speaker ? $"{speaker}: {Text(sides[0][0])}" : Text(sides[0][0]), ConflictKind.Wording, index.Around(story, first), values, "quoted-words");
    }

    private string Text(Wording wording) => wording.Citation.Span.Of(story.Readings[wording.Citation.Article].Article.Text);

    /// <summary>How far the words in quotation marks reach that begin at a place or before it.</summary>
    private sealed class MarkedReach
    {
        private readonly int[] starts;
        private readonly int[] ends;

        public MarkedReach(ImmutableArray<Quote> quotes)
        {
            var spans = quotes.SelectMany(quote => quote.Quoted).OrderBy(span => span.Start).ToList();
            starts = [.. spans.Select(span => span.Start)];
            ends = new int[starts.Length];
            for (var i = 0; i < ends.Length; i++)
                ends[i] = Math.Max(spans[i].End, i > 0 ? ends[i - 1] : 0);
        }

        /// <summary>Whether one of them holds all of a span.</summary>
        public bool Holds(TextSpan span)
        {
            int low = 0, high = starts.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = starts[middle] <= span.Start ? (middle + 1, high) : (low, middle);
            }

            return low > 0 && ends[low - 1] >= span.End;
        }
    }
}
