namespace Variorum.Rendering;

/// <summary>Date, authors and agencies of an article, in one line.</summary>
public static class Particulars
{
    /// <summary>The line; empty where nothing is known.</summary>
    public static string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        string?[] parts =
        [
            article.Published is { } published ? Dates.Say(published.Date) + (article.PublishedFrom == DateSource.Story ? " (by the other accounts)" : "") : null,
            article.Bylines.IsEmpty ? null : string.Join(", ", article.Bylines.Select(byline => byline.Name)),
            article.Wires.IsEmpty ? null : "wire: " + string.Join(", ", article.Wires),
        ];
        return string.Join("; ", parts.Where(part => part is not null));
    }
}
