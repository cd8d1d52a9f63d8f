namespace Variorum.Rendering;

/// <summary>How the number of voices behind something is said: copies are not witnesses, and what is not shown is not claimed.</summary>
public static class Voices
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"three accounts, three outlets, two independent voices", for a story.</summary>
    public static string Say(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var said = Say(story, [.. Enumerable.Range(0, story.Readings.Length)]);
        var (accounts, outlets) = (Count(story.Readings.Length, "account"), Outlets.Count(story));
        var least = story.Readings.All(reading => reading.Article.Outlet is not null) ? "" : "at least ";
        return story.Readings.Length < 2 || outlets == 0 ? said : $"{accounts}, {least}{Count(outlets, "outlet")}{said[accounts.Length..]}";
    }

    /// <summary>The same for a claim.</summary>
    public static string Say(Story story, ClaimGroup claim)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(claim);
        return Say(story, [.. claim.Evidence.Select(evidence => evidence.Article)]);
    }

    private static string Say(Story story, HashSet<int> articles)
    {
        var accounts = Count(articles.Count, "account");
        var families = story.Lineage.Families.Count(family => family.Any(articles.Contains));
        if (articles.Count < 2)
        {
            return accounts;
        }

        if (families < 2)
        {
            return accounts + ", all of one origin: one voice";
        }

        var shown = Shown(story, articles);
        return shown < 2 ? accounts + ", independence not established"
            : shown < families ? $"{accounts}, at least {Count(shown, "independent voice")}"
            : $"{accounts}, {Count(shown, "independent voice")}";
    }

    /// <summary>How many families among the articles show an origin of their own; the others may have any.</summary>
    private static int Shown(Story story, HashSet<int> articles)
    {
        if (!story.Lineage.IsEstablished)
        {
            return 0;
        }

        var origins = story.Lineage.Signs.ToLookup(sign => sign.Article, sign => sign.Origin);
        return story.Lineage.Families
            .Select(family => family.Where(articles.Contains).SelectMany(article => origins[article]).Order(StringComparer.Ordinal).FirstOrDefault())
            .OfType<string>().Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>"three accounts", "1,204 words"</summary>
    public static string Count(int count, string noun) =>
        (count < Small.Length ? Small[count] : count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)) + " " + noun + (count == 1 ? "" : "s");

    /// <summary>The same with a capital.</summary>
    public static string Capital(string text) => string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
