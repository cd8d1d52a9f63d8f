using System.Collections.Immutable;
using System.Globalization;
using Variorum.Annotating;
using Variorum.Lab.Training;

namespace Variorum.Lab.Corpora;

/// <summary>What a made digest looks like.</summary>
internal enum DigestForm
{
    /// <summary>Items of different events one after the other.</summary>
    Items,

    /// <summary>The same, each under its headline.</summary>
    Headed,

    /// <summary>Entries with times, of several events by turns.</summary>
    Entries,

    /// <summary>Entries with times, of one event.</summary>
    OneEvent,
}

/// <summary>A digest made from the beginnings of real articles.</summary>
/// <param name="Article">Its text; it has no headline.</param>
/// <param name="Form">How it was made.</param>
/// <param name="Stories">The events that it tells of.</param>
internal sealed record MadeDigest(Article Article, DigestForm Form, ImmutableArray<string> Stories);

/// <summary>A set of stories with digests among its articles; what they were made from is taken out, so that they are other words on the same events.</summary>
/// <param name="News">The articles that remain, the digests among them under no story.</param>
/// <param name="Digests">By the place of each in the set.</param>
internal sealed record MadeDigests(NewsStories News, ImmutableDictionary<int, MadeDigest> Digests)
{
    /// <summary>One digest for so many stories.</summary>
    private const int Each = 4;

    private const int Least = 12;
    private const int Most = 200;

    /// <summary>Items come from so many stories that follow one another.</summary>
    private const int Near = 12;

    private const int MostParagraphs = 4;
    private const int LeastLength = 150;

    /// <summary>Puts digests into a set. The same set gives the same.</summary>
    public static MadeDigests Make(NewsStories set)
    {
        var dice = new Dice(1);
        var stories = Enumerable.Range(0, set.Articles.Length).Where(i => set.Stories[i] is not null).GroupBy(i => set.Stories[i]!)
            .Select(story => story.ToList()).Where(story => story.Count > 1).ToList();
        var (used, made) = (new HashSet<int>(), new List<MadeDigest>());
        for (var left = Math.Clamp(stories.Count / Each, Least, Most); left > 0; left--)
        {
            var form = (DigestForm)dice.Below(4);
            var first = dice.Below(Math.Max(1, stories.Count - Near));
            int[] near = [.. Enumerable.Range(first, Math.Min(Near, stories.Count - first))];
            dice.Shuffle(near);
            var events = near.Take(form == DigestForm.OneEvent ? 1 : form == DigestForm.Entries ? 2 + dice.Below(4) : 3 + dice.Below(6));
            // Each event keeps at least one article of its own.
            var sources = events.Select(e => stories[e].Where(i => !used.Contains(i)).ToList()).Where(free => free.Count > 1)
                .Select(free => free[dice.Below(free.Count)]).Where(i => set.Articles[i].Text.Length >= LeastLength).ToList();
            if (sources.Count > (form == DigestForm.OneEvent ? 0 : 1))
            {
                used.UnionWith(sources);
                made.Add(Make(set, form, sources, dice, made.Count));
            }
        }

        var rest = Enumerable.Range(0, set.Articles.Length).Where(i => !used.Contains(i)).Select(i => (Article: set.Articles[i], Story: set.Stories[i], Digest: (MadeDigest?)null))
            .Concat(made.Select(digest => (Article: digest.Article, Story: (string?)null, Digest: (MadeDigest?)digest)))
            .OrderBy(a => a.Article.Published is null).ThenBy(a => a.Article.Published?.Date).ToList();
        return new(
            set with { Articles = [.. rest.Select(a => a.Article)], Stories = [.. rest.Select(a => a.Story)] },
            rest.Select((a, i) => (a.Digest, i)).Where(a => a.Digest is not null).ToImmutableDictionary(a => a.i, a => a.Digest!));
    }

    private static MadeDigest Make(NewsStories set, DigestForm form, List<int> sources, Dice dice, int number)
    {
        var blocks = new List<(int Order, string Text)>();
        foreach (var source in sources)
        {
            var article = set.Articles[source];
            var paragraphs = ParagraphSplitter.Split(article.Text).Where(span => span.Length > 40).Select(span => article.Text[span.Start..span.End]).ToList();
            switch (form)
            {
                case DigestForm.Items or DigestForm.Headed:
                    var headline = form == DigestForm.Headed && article.Headline is { Length: > 0 } title ? title + "\n\n" : "";
                    blocks.Add((blocks.Count, headline + string.Join("\n\n", paragraphs.Take(1 + dice.Below(MostParagraphs)))));
                    break;
                default:
                    var entries = form == DigestForm.OneEvent ? 8 : 1 + dice.Below(3);
                    blocks.AddRange(paragraphs.Chunk(1 + dice.Below(2)).Take(entries)
                        .Select((entry, at) => (form == DigestForm.OneEvent ? at : dice.Below(1000), string.Join("\n\n", entry))));
                    break;
            }
        }

        blocks = [.. blocks.OrderBy(block => block.Order)];
        var minute = 400 + dice.Below(300);
        if (form is DigestForm.Entries or DigestForm.OneEvent)
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                minute += 3 + dice.Below(40);
                blocks[i] = (i, string.Create(CultureInfo.InvariantCulture, $"{minute / 60}:{minute % 60:00}\n\n{blocks[i].Text}"));
            }
        }

        var day = sources.Select(i => set.Articles[i].Published).Where(day => day is not null).OrderBy(day => day!.Value.Date).LastOrDefault();
        var name = string.Create(CultureInfo.InvariantCulture, $"digest {set.Name} {number}");
        var made = new Article { Path = name, Sha256 = name, Text = string.Join("\n\n", blocks.Select(block => block.Text)), Published = day };
        return new MadeDigest(made, form, [.. sources.Select(i => set.Stories[i]!)]);
    }
}
