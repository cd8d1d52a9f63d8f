using System.Collections.Immutable;
using Variorum.Clustering;

namespace Variorum.Tracing;

/// <summary>Finds who took text from whom among the reports of one event.</summary>
/// <remarks><b>Method.</b> What two articles share is aligned to the word (<see cref="StretchFinder"/>); text of their own in common is
/// a copy, whose direction is <see cref="CopyDirection"/>'s, and words that both only quote are not. Articles of one agency
/// without common text are linked by it; an article that names another's outlet as its source cites it.
/// <b>Order.</b> The order of the readings plays no part but for their numbers.</remarks>
internal sealed class LineageTracer(Models models)
{
    /// <summary>In a story of more articles only those with marks in common are held against each other.</summary>
    private const int MostForAllPairs = 60;

    /// <summary>In a story of more articles not every two are looked at for what they name, only for what they share.</summary>
    private const int MostForCitations = 400;

    private const int MarksPerArticle = 400;
    private const int MostCandidates = 200;

    public Lineage Trace(ImmutableArray<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(models);
        var heap = new Heap(readings);
        var pairs = heap.Pairs().ToList();
        var links = pairs.Select(pair => heap.Link(pair.Left, pair.Right, pair.Text)).OfType<PairLink>().ToList();
        var directions = LineageOrder.Direct(links);
        var drawn = links.Select((link, i) => heap.Draw(link, directions[i])).OrderBy(l => l.To).ThenBy(l => l.From).ToList();
        LineageOrder.MarkBest(drawn);
        var joined = links.Where(heap.IsOneOrigin).Select(l => (heap.Index(l.Left), heap.Index(l.Right)));
        var families = FamilyFinder.Find(readings.Length, joined);
        var takers = drawn.Where(l => l.Kind == LineageKind.Copy).Select(l => l.To).ToHashSet();
        ImmutableArray<Origin> origins = [.. readings.Select(reading => Origin.Of(reading.Article))];
        var signs = FamilyFinder.FindSigns(origins, takers);
        return new Lineage([.. drawn], families, FamilyFinder.IsEstablished(families, signs))
        {
            Signs = signs,
            Shared = [.. pairs.Where(p => p.Text is { IsCopy: false }).Select(heap.Share).OrderBy(s => s.Left).ThenBy(s => s.Right)],
        };
    }

    /// <summary>A story's articles in the one order of publication, whatever order they came in.</summary>
    private sealed class Heap
    {
        private readonly ImmutableArray<int> places;
        private readonly ImmutableArray<TracedText> texts;
        private readonly ImmutableArray<Origin> origins;

        public Heap(ImmutableArray<Reading> readings)
        {
            places = [.. Enumerable.Range(0, readings.Length).OrderBy(i => readings[i], ReadingOrder.Instance)];
            texts = [.. places.Select(i => TextScanner.Scan(readings[i].Article, [.. readings[i].Quotes.SelectMany(q => q.Quoted).Order()]))];
            origins = [.. texts.Select(text => Origin.Of(text.Article))];
        }

        /// <summary>An article's place in the story.</summary>
        public int Index(int place) => places[place];

        /// <summary>All pairs, or in a great story those that share marks; with what they share.</summary>
        public IEnumerable<(int Left, int Right, SharedText? Text)> Pairs()
        {
            var reader = new PairReader();
            var index = new FingerprintIndex(Math.Max(1, texts.Length), MarksPerArticle);
            var marks = new List<uint>();
            for (var right = 0; right < texts.Length; right++)
            {
                Fingerprints.Find(texts[right], withSpeech: true, marks);
                HashSet<int>? met = texts.Length > MostForAllPairs ? [.. index.Meet(right, marks, 1, MostCandidates)] : null;
                index.Add(right, marks);
                for (var left = 0; left < right; left++)
                {
                    var text = met is null || met.Contains(left) ? reader.Read(texts[left], texts[right]) : null;
                    if (text is not null || texts.Length <= MostForCitations)
                    {
                        yield return (left, right, text);
                    }
                }
            }
        }

        public PairLink? Link(int left, int right, SharedText? text)
        {
            var (l, r) = (origins[left], origins[right]);
            if (text is { IsCopy: true })
            {
                return PairLink.OfText(left, right, l, r, text);
            }

            if (l.SharedAuthor(r) is not null)
            {
                return new PairLink(left, right, LineageKind.Wire, Taker.Neither, "same-wire-author") { Text = text };
            }

            var (rightCites, leftCites) = (r.Cites(l), l.Cites(r));
            return rightCites || leftCites ? new PairLink(left, right, LineageKind.Cites, rightCites ? Taker.Right : Taker.Left, "names-outlet") { Text = text }
                : l.SharedCredit(r) is not null ? new PairLink(left, right, LineageKind.Wire, Taker.Neither, "same-wire-credited") { Text = text }
                : null;
        }

        public bool IsOneOrigin(PairLink link) => link.Kind == LineageKind.Copy || link.Rule == "same-wire-author";

        public LineageLink Draw(PairLink link, bool rightTook)
        {
            var drawn = link.Draw(texts[link.Left], texts[link.Right], rightTook);
            return drawn with { From = places[drawn.From], To = places[drawn.To] };
        }

        public SharedWords Share((int Left, int Right, SharedText? Text) pair)
        {
            var passages = PairLink.Passages(pair.Text, texts[pair.Left], texts[pair.Right]);
            var kind = passages.CountBy(p => p.Kind).OrderByDescending(k => k.Value).ThenBy(k => k.Key).First().Key;
            var (left, right) = (places[pair.Left], places[pair.Right]);
            return left < right ? new SharedWords(left, right, kind, passages)
                : new SharedWords(right, left, kind, [.. passages.Select(p => new SharedPassage(p.To, p.From, p.Kind)).OrderBy(p => p.To)]);
        }
    }
}
