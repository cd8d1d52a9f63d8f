using System.Collections.Immutable;
using System.Text.Json;

namespace Variorum.Lab.Corpora;

/// <summary>An attribution as people marked it; each role has several spans or none.</summary>
internal sealed record MarkedAttribution(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>An article with its attributions.</summary>
internal sealed record AttributedArticle(string Id, string Text, ImmutableArray<MarkedAttribution> Attributions);

/// <summary>Reads PolNeAR: political news with every attribution marked (Newell, Margolin and Ruths, 2018).</summary>
/// <remarks><b>Units.</b> The corpus counts code points; here everything is in UTF-16 units. Where several people marked an article, the first counts.</remarks>
internal static class PolNear
{
    public static IEnumerable<AttributedArticle> Train(DirectoryInfo data) => Read(data, "attribution/polnear.train.jsonl.gz");

    public static IEnumerable<AttributedArticle> Dev(DirectoryInfo data) => Read(data, "attribution/polnear.dev.jsonl.gz");

    private static IEnumerable<AttributedArticle> Read(DirectoryInfo data, string path)
    {
        foreach (var line in DataFile.Lines(data, path))
        {
            using var article = JsonDocument.Parse(line);
            var root = article.RootElement;
            var text = root.GetProperty("text").GetString() ?? "";
            var units = UnitsOf(text);
            var marked = root.GetProperty("annotations")[0].GetProperty("attributions").EnumerateArray()
                .Select(attribution => new MarkedAttribution(Spans(attribution, "source", units), Spans(attribution, "cue", units), Spans(attribution, "content", units)));
            yield return new AttributedArticle(root.GetProperty("id").GetString() ?? "", text, [.. marked]);
        }
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement attribution, string role, int[] units) =>
        [.. attribution.GetProperty(role).EnumerateArray().Select(span => new TextSpan(units[span[0].GetInt32()], units[span[1].GetInt32()])).Order()];

    /// <summary>For each code point, and for the end, where it begins in UTF-16.</summary>
    private static int[] UnitsOf(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
        {
            units.Add(at);
        }

        units.Add(text.Length);
        return [.. units];
    }
}
