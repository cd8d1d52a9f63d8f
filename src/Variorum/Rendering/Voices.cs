namespace Variorum.Rendering;

/// <summary>How the number of voices behind something is said: copies are not witnesses, and what is not shown is not claimed.</summary>
public static class Voices
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>"three accounts, two independent voices"</summary>
    /// <param name="articles">How many articles.</param>
    /// <param name="families">How many families they belong to.</param>
    /// <param name="isEstablished">Whether anything shows that families of the story are independent.</param>
    public static string Say(int articles, int families, bool isEstablished)
    {
        var accounts = Count(articles, "account");
        if (articles < 2)
        {
            return accounts;
        }

        if (families < 2)
        {
            return accounts + " of one origin";
        }

        return isEstablished ? $"{accounts}, {Count(families, "independent voice")}" : accounts + ", independence not established";
    }

    /// <summary>The same for a story.</summary>
    public static string Say(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Say(story.Readings.Length, story.Lineage.Families.Length, story.Lineage.IsEstablished);
    }

    /// <summary>The same for a claim.</summary>
    public static string Say(Story story, ClaimGroup claim)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(claim);
        return Say(claim.Evidence.Select(evidence => evidence.Article).Distinct().Count(), claim.Families, story.Lineage.IsEstablished);
    }

    /// <summary>"three accounts", "1,204 words"</summary>
    public static string Count(int count, string noun) =>
        (count < Small.Length ? Small[count] : count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)) + " " + noun + (count == 1 ? "" : "s");

    /// <summary>The same with a capital.</summary>
    public static string Capital(string text) => string.IsNullOrEmpty(text) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
