using System.Text.Json;

namespace Variorum.Lab.Corpora;

/// <summary>Reads the heap of news: one JSON object a line.</summary>
internal static class NewsText
{
    /// <summary>Each article's body, in the file's order.</summary>
    public static IEnumerable<string> Read(DirectoryInfo data)
    {
        foreach (var line in DataFile.Lines(data, "text/article-bias.jsonl.xz"))
        {
            using var article = JsonDocument.Parse(line);
            yield return article.RootElement.GetProperty("text").GetString() ?? "";
        }
    }
}
