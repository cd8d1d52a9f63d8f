using System.Text.Json;

namespace Variorum.Lab.Corpora;

/// <summary>News articles whose names another program marked.</summary>
internal static class SilverNames
{
    /// <summary>One article in so many of PolNeAR with the names that CoreNLP found.</summary>
    /// <param name="data">The folder of labelled data.</param>
    /// <param name="part">"train" or "dev".</param>
    /// <param name="oneIn">How many articles are passed over for each that is read, and one.</param>
    public static IEnumerable<NamedText> Read(DirectoryInfo data, string part, int oneIn)
    {
        var names = ReadNames(data, part);
        var number = 0;
        foreach (var line in DataFile.Lines(data, $"attribution/polnear.{part}.jsonl.gz"))
        {
            using var article = JsonDocument.Parse(line);
            var text = article.RootElement.GetProperty("text").GetString()!;
            var isPlain = !text.Any(char.IsSurrogate);
            if (isPlain && number++ % oneIn == 0 && names.TryGetValue(article.RootElement.GetProperty("id").GetString()!, out var found))
            {
                yield return new NamedText(text, [.. found.Where(name => name.Span.End <= text.Length)]);
            }
        }
    }

    private static Dictionary<string, List<(TextSpan Span, string Label)>> ReadNames(DirectoryInfo data, string part)
    {
        var documents = new Dictionary<string, List<(TextSpan, string)>>(StringComparer.Ordinal);
        var names = new List<(TextSpan Span, string Label)>();
        var last = "";
        foreach (var line in DataFile.Lines(data, $"attribution/polnear.{part}.corenlp.conll.gz"))
        {
            if (line.StartsWith("# doc = ", StringComparison.Ordinal))
            {
                documents.Add(line[8..], names = []);
            }

            var cells = line.Split('\t');
            if (cells.Length < 9)
            {
                last = "";
                continue;
            }

            var label = cells[4] switch { "PERSON" => "PER", "ORGANIZATION" => "ORG", "LOCATION" => "LOC", "MISC" => "MISC", _ => "" };
            if (label.Length > 0)
            {
                var span = new TextSpan(int.Parse(cells[7]), int.Parse(cells[8]));
                if (label == last)
                {
                    names[^1] = (names[^1].Span.Union(span), label);
                }
                else
                {
                    names.Add((span, label));
                }
            }

            last = label;
        }

        return documents;
    }
}
