using System.Globalization;
using System.Text.RegularExpressions;
using Variorum.Extracting.Feeds;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>How many of gofeed's and feedparser's cases come out as expected, of those in scope; and why the others are not.</summary>
internal static partial class FeedScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell) =>
        Set("gofeed", FeedCases.GoFeed(data), tell).Concat(Set("feedparser", FeedCases.FeedParser(data), tell));

    private static IEnumerable<Figure> Set(string set, IEnumerable<FeedCase> cases, Action<string>? tell)
    {
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (right, all) = (0, 0);
        foreach (var one in cases)
        {
            if (one.OutOfScope is { } reason)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                continue;
            }

            var wrong = Wrong(one).ToList();
            all++;
            right += wrong.Count == 0 ? 1 : 0;
            foreach (var line in wrong)
            {
                tell?.Invoke($"{set} {one.Name}: {line}");
            }
        }

        foreach (var (reason, count) in reasons)
        {
            tell?.Invoke($"{set} out of scope: {count} cases: {reason}");
        }

        yield return new Figure($"feeds.{set}.in-scope", all);
        yield return new Figure($"feeds.{set}.out-of-scope", reasons.Values.Sum());
        yield return new Figure($"feeds.{set}.right", all == 0 ? 0 : (double)right / all);
    }

    private static IEnumerable<string> Wrong(FeedCase one)
    {
        var feed = FeedReader.Read(one.Page);
        foreach (var (path, value) in one.Expected)
        {
            var found = feed is null ? null : Field(feed, path);
            if (!AreEqual(value, found, isGenerator: path == "generator"))
            {
                yield return $"{path} is \"{found}\", not \"{value}\"";
            }
        }
    }

    /// <summary>But for white space, and for dates but for their writing; what begins with an asterisk may be any part of a person.</summary>
    private static bool AreEqual(string? value, string? found, bool isGenerator = false)
    {
        if (string.IsNullOrWhiteSpace(value) || found is null)
        {
            return string.IsNullOrWhiteSpace(value) && string.IsNullOrWhiteSpace(found);
        }

        if (value[0] == '@')
        {
            return DateTimeOffset.TryParse(found, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) == value[1..];
        }

        return Fold(value.TrimStart('*')) == Fold(found) || (value[0] == '*' && value.Contains(found, StringComparison.Ordinal)) || IsOneMoment(value, found) || (isGenerator && value.StartsWith(found, StringComparison.Ordinal));
    }

    private static bool IsOneMoment(string value, string found) =>
        char.IsAsciiDigit(found[0]) && found.Length >= 10 && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var left) && DateTimeOffset.TryParse(found, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var right) && Math.Abs((left - right).TotalSeconds) < 1;

    /// <summary>White space folded; the element that wraps XHTML, and the ways to write an ampersand or an empty tag, make no difference.</summary>
    private static string Fold(string text)
    {
        text = Space().Replace(text, " ").Trim().Replace("&#38;", "&", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace("&apos;", "'", StringComparison.Ordinal).Replace(" />", "/>", StringComparison.Ordinal);
        return text.StartsWith("<div>", StringComparison.Ordinal) && text.EndsWith("</div>", StringComparison.Ordinal) ? text[5..^6] : text;
    }

    private static string? Field(Feed feed, string path)
    {
        var parts = path.Split('/');
        if (parts[0] == "items")
        {
            var number = int.Parse(parts[1], CultureInfo.InvariantCulture);
            return number < feed.Items.Length ? OfItem(feed.Items[number], parts[2..]) : null;
        }

        return parts[0] switch
        {
            "title" => feed.Title,
            "id" => feed.Id,
            "url" => feed.Url,
            "self" => feed.Self,
            "description" => feed.Description,
            "language" => feed.Language,
            "copyright" => feed.Copyright,
            "generator" => feed.Generator,
            "image" => feed.Image,
            "published" => feed.Published?.ToString(),
            "updated" => feed.Updated?.ToString(),
            "authors" => Person(feed.Authors, parts),
            "contributors" => Person(feed.Contributors, parts),
            "categories" => feed.Categories.ElementAtOrDefault(int.Parse(parts[1], CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static string? OfItem(FeedItem item, string[] parts) => parts[0] switch
    {
        "title" => item.Title,
        "url" => item.Url,
        "id" => item.Id,
        "summary" => item.Summary,
        "content" => item.Content,
        "copyright" => item.Copyright,
        "published" => item.Published?.ToString(),
        "updated" => item.Updated?.ToString(),
        "authors" => Person(item.Authors, parts),
        "contributors" => Person(item.Contributors, parts),
        "categories" => item.Categories.ElementAtOrDefault(int.Parse(parts[1], CultureInfo.InvariantCulture)),
        "source" => item.Source?.Title,
        "attachments" => item.Attachments.ElementAtOrDefault(int.Parse(parts[1], CultureInfo.InvariantCulture))?.Url,
        _ => null,
    };

    private static string? Person(IReadOnlyList<FeedPerson> persons, string[] parts)
    {
        var person = persons.ElementAtOrDefault(int.Parse(parts[1], CultureInfo.InvariantCulture));
        return person is null ? null : parts[2] switch
        {
            "name" => person.Name,
            "email" => person.Email,
            "url" => person.Url,
            _ => person.Name is null ? person.Email : person.Email is null ? person.Name : $"{person.Name} ({person.Email})",
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
