using System.Text.Json;
using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>How many of the sources that are "he" or "she" get a name in PolNeAR's development part; whether it is the right one nobody marked.</summary>
internal static class SourceScore
{
    public static double Of(DirectoryInfo data, Models models)
    {
        var (sources, named) = (0, 0);
        foreach (var line in DataFile.Lines(data, "attribution/polnear.dev.jsonl.gz"))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var pronouns = Pronouns(json.RootElement, text);
            var (mentions, chains) = new MentionFinder(models).Find(new Article { Path = "", Sha256 = "", Text = text }, new Annotator(models).Annotate(text));
            sources += pronouns.Count;
            named += mentions.Count(mention => mention.Chain >= 0 && pronouns.Contains(mention.Span) && chains[mention.Chain].Mentions.Any(other => mentions[other].Kind == MentionKind.Name));
        }

        return (double)named / sources;
    }

    private static HashSet<TextSpan> Pronouns(JsonElement article, string text)
    {
        var found = new HashSet<TextSpan>();
        foreach (var annotation in article.GetProperty("annotations").EnumerateArray().Take(1))
        {
            foreach (var attribution in annotation.GetProperty("attributions").EnumerateArray())
            {
                foreach (var source in attribution.GetProperty("source").EnumerateArray())
                {
                    var span = new TextSpan(source[0].GetInt32(), source[1].GetInt32());
                    if (span.End <= text.Length && span.Of(text).ToLowerInvariant() is "he" or "she")
                    {
                        found.Add(span);
                    }
                }
            }
        }

        return found;
    }
}
