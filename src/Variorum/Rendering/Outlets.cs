namespace Variorum.Rendering;

/// <summary>What a story's articles are called by, and how many outlets they come from.</summary>
public static class Outlets
{
    /// <summary>How many different outlets are known; those that cannot be told count as none.</summary>
    public static int Count(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Readings.Select(reading => reading.Article.Outlet)
            .Where(outlet => outlet is not null)
            .Select(outlet => outlet!.Domain ?? outlet.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();
    }

    /// <summary>A short name for an article: its outlet, else its domain, else its file's name.</summary>
    public static string Name(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var path = article.Path.AsSpan().TrimEnd("/\\");
        return article.Outlet?.Name ?? article.Outlet?.Domain ?? path[(path.LastIndexOfAny('/', '\\') + 1)..].ToString();
    }
}
