using System.Collections.Immutable;

namespace Variorum.Lab.Corpora;

/// <summary>What the project's own articles report, marked by hand.</summary>
/// <remarks><b>Shape.</b> <c>reports.txt</c> beside the articles: article, source and parts of the content, as they stand there. Speech, writing and
/// questions alone: what somebody thinks, wants or does is not marked.</remarks>
internal static class TrialReports
{
    /// <summary>The reports of one article.</summary>
    /// <param name="folder">Where the articles lie.</param>
    /// <param name="name">The article's file.</param>
    /// <param name="text">Its text.</param>
    public static AttributedArticle Read(DirectoryInfo folder, string name, string text)
    {
        var article = Path.GetFileNameWithoutExtension(name);
        var marked = ImmutableArray.CreateBuilder<MarkedAttribution>();
        foreach (var line in DataFile.Lines(folder, "reports.txt").Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (string.Equals(cells[0], article, StringComparison.Ordinal))
            {
                var content = PartsOf(cells[2], text);
                marked.Add(new MarkedAttribution(cells[1].Length == 0 ? [] : [NearestOf(cells[1], text, content)], [], content));
            }
        }

        return new AttributedArticle(name, text, marked.DrainToImmutable());
    }

    private static ImmutableArray<TextSpan> PartsOf(string content, string text)
    {
        var parts = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var part in content.Split(" + "))
        {
            var at = text.IndexOf(part, parts.Count == 0 ? 0 : parts[^1].End, StringComparison.Ordinal);
            parts.Add(at < 0 ? throw new InvalidDataException($"No such words: {part}") : new TextSpan(at, at + part.Length));
        }

        return parts.DrainToImmutable();
    }

    /// <summary>The place of a source that lies nearest to the content and outside of it.</summary>
    private static TextSpan NearestOf(string source, string text, ImmutableArray<TextSpan> content)
    {
        var places = new List<TextSpan>();
        for (var at = text.IndexOf(source, StringComparison.Ordinal); at >= 0; at = text.IndexOf(source, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + source.Length);
            if (IsWord(text, span) && !content.Any(part => span.Start < part.End && part.Start < span.End))
            {
                places.Add(span);
            }
        }

        return places.Count == 0
            ? throw new InvalidDataException($"No such source: {source}")
            : places.MinBy(span => content.Min(part => span.End <= part.Start ? part.Start - span.End : span.Start - part.End));
    }

    private static bool IsWord(string text, TextSpan span) =>
        (span.Start == 0 || !char.IsLetter(text[span.Start - 1])) && (span.End == text.Length || !char.IsLetter(text[span.End]) || !char.IsLetter(text[span.End - 1]));
}
