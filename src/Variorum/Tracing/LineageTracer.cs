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

    /// <summary>In a story of more articles two that share no words in a row are not read for what one put otherwise: whoever rewrites leaves some.</summary>
    private const int MostForRewrites = 30;

    /// <summary>In a story of more articles not every two are looked at for what they name, only for what they share.</summary>
    private const int MostForCitations = 400;

    /// <summary>Two that report themselves and share less of either stay two voices.</summary>
    private const double LeastOfVoice = 0.15;

    /// <summary>A report so many days old is background where it is named.</summary>
    private const int MostDaysOfCitation = 14;

    /// <summary>How much more a day afterwards counts, since dates err by a day or two.</summary>
    private const int Afterwards = 5;

    private const int MarksPerArticle = 400;
    private const int MostCandidates = 200;

    public Lineage Trace(ImmutableArray<Reading> readings)
    {
        var heap = new Heap(readings, new RewriteFinder(models.Words));
        var pairs = heap.Pairs().ToList();
        var links = pairs.Select(pair => heap.Link(pair.Left, pair.Right, pair.Text)).OfType<PairLink>().ToList();
        links = heap.WithoutIdleCitations(links);
        var directions = LineageOrder.Direct(links);
        var drawn = links.Select((link, i) => heap.Draw(link, directions[i])).OrderBy(l => l.To).ThenBy(l => l.From).ToList();
        LineageOrder.MarkBest(drawn, heap.Place);
        var takers = drawn.Where(l => l.Kind == LineageKind.Copy).Select(l => l.To).ToHashSet();
        ImmutableArray<Origin> origins = [.. readings.Select(reading => Origin.Of(reading.Article))];
        var signs = FamilyFinder.FindSigns(origins, takers);
        List<Kin> kin = [.. links.SelectMany(heap.Join), .. FamilyFinder.FindHouses(origins, signs)];
        var families = FamilyFinder.Find(readings.Length, kin.Select(k => (k.Left, k.Right)));
        return new Lineage([.. drawn], families, FamilyFinder.IsEstablished(families, signs))
        {
            Signs = signs,
            Reasons = FamilyFinder.Explain(families, kin),
            Shared = [.. pairs.Where(p => p.Text is { IsCopy: false }).Select(heap.Share).OrderBy(s => s.Left).ThenBy(s => s.Right)],
        };
    }

    /// <summary>A story's articles in the one order of publication, whatever order they came in.</summary>
    private sealed class Heap
    {
        private readonly ImmutableArray<int> places;
        private readonly ImmutableArray<TracedText> texts;
        private readonly ImmutableArray<Origin> origins;
        private readonly RewriteFinder rewrites;

        public Heap(ImmutableArray<Reading> readings, RewriteFinder rewrites)
        {
            this.rewrites = rewrites;
            places = [.. Enumerable.Range(0, readings.Length).OrderBy(i => readings[i], ReadingOrder.Instance)];
            var scanner = new TextScanner();
            texts = [.. places.Select(i => scanner.Scan(readings[i].Article, [.. readings[i].Quotes.SelectMany(q => q.Quoted).Order()]))];
            origins = [.. texts.Select(text => Origin.Of(text.Article))];
        }

        /// <summary>The place in the order of publication of one of the story's articles.</summary>
        public int Place(int article) => places.IndexOf(article);

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
                    text = text is null && texts.Length > MostForRewrites ? null : rewrites.Extend(texts[left], texts[right], text ?? SharedText.Nothing);
                    text = text is null or { Stretches.IsEmpty: true } ? null : CopyDirection.WithoutStatement(origins[left], origins[right], text);
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

        /// <summary>The links without citations that another article of the same outlet answers to better: the last before the citing one, or nearest to it.</summary>
        public List<PairLink> WithoutIdleCitations(List<PairLink> links)
        {
            var answers = links.Where(link => link.Kind == LineageKind.Cites).GroupBy(link => (Citing(link), origins[Cited(link)].House ?? ""))
                .Select(same => same.OrderBy(link => Distance(Citing(link), Cited(link))).ThenBy(Cited).First()).ToHashSet();
            return [.. links.Where(link => link.Kind != LineageKind.Cites || (answers.Contains(link) && Distance(Citing(link), Cited(link)) <= MostDaysOfCitation))];
        }

        private static int Citing(PairLink link) => link.Taker == Taker.Left ? link.Left : link.Right;

        private static int Cited(PairLink link) => link.Taker == Taker.Left ? link.Right : link.Left;

        /// <summary>Days from what is cited to where it is; what came afterwards counts for more, and unknown days for none.</summary>
        private int Distance(int citing, int cited)
        {
            var days = origins[citing].Published is { } later && origins[cited].Published is { } earlier ? later.Date.DayNumber - earlier.Date.DayNumber : 0;
            return days < 0 ? -days * Afterwards : days;
        }

        /// <summary>Why two linked articles are one voice; nothing where they are not, as where one only takes a line from another and reports itself.</summary>
        public IEnumerable<Kin> Join(PairLink link)
        {
            var (left, right) = (Math.Min(places[link.Left], places[link.Right]), Math.Max(places[link.Left], places[link.Right]));
            if (link.Kind == LineageKind.Copy && !IsLine(link))
            {
                yield return new Kin(left, right, null, "shared-text");
            }

            if (link.Kind != LineageKind.Cites && origins[link.Left].SharedAuthor(origins[link.Right]) is { } agency)
            {
                yield return new Kin(left, right, agency, "same-agency");
            }
        }

        private bool IsLine(PairLink link) =>
            Math.Max(link.Text!.LeftShare, link.Text.RightShare) < LeastOfVoice && OwnReport.Find(origins[link.Left]) is not null && OwnReport.Find(origins[link.Right]) is not null;

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
