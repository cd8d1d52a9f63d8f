using Variorum.Clustering;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>What becomes of articles that tell of several events, and of the stories among which they lie.</summary>
/// <remarks>
/// Of digests made from the beginnings of a set's articles (<see cref="MadeDigests"/>): <c>precision</c> and <c>recall</c> of the
/// stories that each is in or told to fit, of those of known events; <c>own</c>, the share that is in no story with others;
/// <c>one-event</c>, the share of live blogs of one event that lie in its story; <c>b3</c>, B-cubed F1 of the other articles amid
/// them; <c>bridged</c>, how many more events share a story with another than without them (less is better). <c>small</c>: each
/// digest with no other articles than those of its events: <c>recall</c>, and <c>apart</c>, the share of which joins no two events.
/// <c>ordinary</c>: the share of real articles that are not taken for digests, of every set and of all of <c>text/</c>.
/// </remarks>
internal static class DigestScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var words = WordTable.Read(Parts.Read("words", models));
        var likeness = StoryLikeness.Read(Parts.Read("stories", models));
        var figures = NewsStories.Read(data).SelectMany(set => Tell(MadeDigests.Make(set), words, likeness));
        foreach (var figure in figures.Append(Ordinary(NewsStories.ReadAll(data), words, likeness, tell)))
        {
            yield return figure;
        }
    }

    private static IEnumerable<Figure> Tell(MadeDigests made, WordTable words, StoryLikeness likeness)
    {
        var name = made.News.Name;
        var all = Grouped.Of(made.News, words, likeness, _ => true);
        var without = Grouped.Of(made.News, words, likeness, i => !made.Digests.ContainsKey(i));
        var several = made.Digests.Where(digest => digest.Value.Form != DigestForm.OneEvent).ToList();
        var single = made.Digests.Where(digest => digest.Value.Form == DigestForm.OneEvent).ToList();
        var named = several.SelectMany(digest => all.NamedBy(digest.Key).Select(told => told.Intersect(digest.Value.Stories).Any())).ToList();
        var found = several.SelectMany(digest => digest.Value.Stories.Select(story => all.NamedBy(digest.Key).Any(told => told.Contains(story)))).ToList();
        yield return new Figure($"stories.digests.precision.{name}", Share(named));
        yield return new Figure($"stories.digests.recall.{name}", Share(found));
        yield return new Figure($"stories.digests.own.{name}", Share(several.Select(digest => all.IsAlone(digest.Key))));
        yield return new Figure($"stories.digests.one-event.{name}", Share(single.Select(digest => all.NamedBy(digest.Key).FirstOrDefault()?.Contains(digest.Value.Stories[0]) == true)));
        yield return StoryScore.Tell(all.Known, $"digests.{name}").First();
        yield return new Figure($"stories.digests.bridged.{name}", Merges(all) - Merges(without));
        var heaps = several.ConvertAll(digest => Small(made, digest, words, likeness));
        yield return new Figure($"stories.digests.recall.{name}.small", Share(heaps.SelectMany(heap => heap.Found)));
        yield return new Figure($"stories.digests.apart.{name}.small", Share(heaps.Select(heap => heap.IsApart)));
        yield return new Figure($"stories.digests.ordinary.{name}", Share(Enumerable.Range(0, made.News.Articles.Length).Where(i => !made.Digests.ContainsKey(i)).Select(i => !all.Places[i]!.Value.IsDigest)));
    }

    /// <summary>A digest and the articles of its events: which of them it is told to fit, and whether as few share a story as without it.</summary>
    private static (List<bool> Found, bool IsApart) Small(MadeDigests made, KeyValuePair<int, MadeDigest> digest, WordTable words, StoryLikeness likeness)
    {
        int[] heap = [.. Enumerable.Range(0, made.News.Articles.Length).Where(i => i == digest.Key || (made.News.Stories[i] is { } story && digest.Value.Stories.Contains(story)))];
        var news = made.News with { Articles = [.. heap.Select(i => made.News.Articles[i])], Stories = [.. heap.Select(i => made.News.Stories[i])] };
        var place = Array.IndexOf(heap, digest.Key);
        var (with, without) = (Grouped.Of(news, words, likeness, _ => true), Grouped.Of(news, words, likeness, i => i != place));
        return ([.. digest.Value.Stories.Select(story => with.NamedBy(place).Any(told => told.Contains(story)))], Merges(with) <= Merges(without));
    }

    private static Figure Ordinary(NewsStories news, WordTable words, StoryLikeness likeness, Action<string>? tell)
    {
        var all = Grouped.Of(news, words, likeness, _ => true);
        foreach (var (place, i) in all.Places.Select((place, i) => (place!.Value, i)).Where(found => found.Item1.IsDigest))
        {
            tell?.Invoke($"{news.Articles[i].Path} {news.Articles[i].Headline}");
            foreach (var other in place.Also)
            {
                tell?.Invoke($"    {news.Articles[all.Places.FindIndex(found => found!.Value.Story == other)].Headline}");
            }
        }

        return new Figure("stories.digests.ordinary.text", Share(all.Places.Select(place => !place!.Value.IsDigest)));
    }

    private static double Merges(Grouped grouped) =>
        grouped.Known.GroupBy(known => known.Found).Sum(story => story.Select(known => known.True).Distinct(StringComparer.Ordinal).Count() - 1);

    private static double Share(IEnumerable<bool> all) => all.DefaultIfEmpty().Average(holds => holds ? 1.0 : 0.0);

    /// <summary>A set's articles, some of them left out, in stories.</summary>
    /// <param name="Places">Where each lies; null for those left out.</param>
    /// <param name="Known">The stories of those of which the event is known, and the event.</param>
    private sealed record Grouped(List<StoryPlace?> Places, List<(int Found, string True)> Known)
    {
        private readonly Dictionary<int, int> sizes = Places.Where(place => place is not null).CountBy(place => place!.Value.Story).ToDictionary();
        private readonly Dictionary<int, HashSet<string>> events = Known.GroupBy(known => known.Found, known => known.True).ToDictionary(story => story.Key, story => story.ToHashSet(StringComparer.Ordinal));

        public static Grouped Of(NewsStories news, WordTable words, StoryLikeness likeness, Func<int, bool> isIn)
        {
            var stream = new StoryStream(likeness, new StoryWindow(Least: int.MaxValue, Most: int.MaxValue));
            var nodes = StoryTrainer.Sketches(news, words).Select((sketch, i) => isIn(i) ? stream.Add(sketch) : null).ToList();
            stream.Settle();
            var whole = StoryStream.Sizes(nodes.OfType<StoryNode>());
            var places = nodes.ConvertAll(node => node is null ? (StoryPlace?)null : stream.PlaceOf(node, whole));
            return new Grouped(places, [.. Enumerable.Range(0, places.Count).Where(i => places[i] is not null && news.Stories[i] is not null).Select(i => (places[i]!.Value.Story, news.Stories[i]!))]);
        }

        public bool IsAlone(int article) => sizes[Places[article]!.Value.Story] == 1;

        /// <summary>The known events of the stories that an article is told to fit, its own first.</summary>
        public IEnumerable<HashSet<string>> NamedBy(int article) =>
            new[] { Places[article]!.Value.Story }.Concat(Places[article]!.Value.Also).Where(events.ContainsKey).Select(story => events[story]);
    }
}
