using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Finds who took text from whom.</summary>
/// <remarks><b>Method.</b> Two sentences or more that are nearly the same, quoted speech aside, are a copy; its direction
/// is <see cref="CopyDirection"/>'s. Articles of one agency without common text are linked by it; an article that names
/// another's outlet as its source cites it.</remarks>
internal sealed class LineageTracer(Models models)
{
    /// <summary>One sentence alone may come from a statement that both had.</summary>
    private const int LeastSentences = 2;

    public Lineage Trace(ImmutableArray<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(models);
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = readings.Select(r => OwnText.Of(r, vocabulary)).ToImmutableArray();
        var origins = readings.Select(Origin.Of).ToImmutableArray();
        var shared = PassageFinder.Find(texts);
        var links = ImmutableArray.CreateBuilder<LineageLink>();
        var joined = new List<(int Left, int Right)>();
        for (var right = 1; right < readings.Length; right++)
        {
            for (var left = 0; left < right; left++)
            {
                var pair = new Pair(left, right, texts, origins, shared.GetValueOrDefault((left, right), []));
                if (pair.Link() is { } link)
                {
                    links.Add(link);
                }

                if (pair.IsOneOrigin)
                {
                    joined.Add((left, right));
                }
            }
        }

        var families = FamilyFinder.Find(readings.Length, joined);
        var takers = links.Where(l => l.Kind == LineageKind.Copy).Select(l => l.To).ToHashSet();
        var signs = FamilyFinder.FindSigns(origins, takers);
        return new Lineage([.. links.OrderBy(l => l.To).ThenBy(l => l.From)], families, FamilyFinder.IsEstablished(families, signs)) { Signs = signs };
    }

    /// <summary>Two articles, the left one first in the story's order.</summary>
    private sealed class Pair(int left, int right, ImmutableArray<OwnText> texts, ImmutableArray<Origin> origins, List<SentenceMatch> matches)
    {
        private Origin Left => origins[left];

        private Origin Right => origins[right];

        private bool IsCopy => matches.Select(m => m.Left).Distinct().Count() >= LeastSentences && matches.Select(m => m.Right).Distinct().Count() >= LeastSentences;

        public bool IsOneOrigin => IsCopy || Left.SharedAuthor(Right) is not null;

        public LineageLink? Link()
        {
            if (IsCopy)
            {
                var (rightTook, rule) = CopyDirection.Decide(new SharedText(Left, Right, Share(texts[left]), Share(texts[right])));
                return Link(rightTook, LineageKind.Copy, $"shared-sentences/{rule}");
            }

            if (Left.SharedAuthor(Right) is not null)
            {
                return Link(true, LineageKind.Wire, "same-wire-author");
            }

            if (Right.Cites(Left) || Left.Cites(Right))
            {
                return Link(Right.Cites(Left), LineageKind.Cites, "names-outlet");
            }

            return Left.SharedCredit(Right) is null ? null : Link(true, LineageKind.Wire, "same-wire-credited");
        }

        private LineageLink Link(bool rightTook, LineageKind kind, string rule) => rightTook
            ? new LineageLink(left, right, kind, Share(texts[right]), Passages(true), rule)
            : new LineageLink(right, left, kind, Share(texts[left]), Passages(false), rule);

        private double Share(OwnText text) => text.Words == 0 ? 0 : Math.Min(1, (double)matches.Sum(m => m.Words) / text.Words);

        private ImmutableArray<(TextSpan From, TextSpan To)> Passages(bool rightTook) =>
            [.. matches.Select(m => (Left: Span(left, m.Left, m.LeftWords), Right: Span(right, m.Right, m.RightWords)))
                .Select(p => rightTook ? (From: p.Left, To: p.Right) : (From: p.Right, To: p.Left)).OrderBy(p => p.To)];

        private TextSpan Span(int article, int sentence, (int First, int Last) words)
        {
            var tokens = texts[article].Sentences[sentence].Tokens;
            var document = origins[article].Reading.Document;
            return new TextSpan(document.Tokens[tokens[words.First]].Start, document.Tokens[tokens[words.Last]].End);
        }
    }
}
