using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Variorum.Lab.Corpora;

/// <summary>A time as an annotator marked it.</summary>
internal readonly record struct MarkedTime(int Start, int End, string Type, string Value);

/// <summary>A document of TimeBank or AQUAINT.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Created">The day from which it counts.</param>
/// <param name="Text">The text without mark-up.</param>
/// <param name="Times">Its times.</param>
internal sealed record TimedDocument(string Name, DateOnly? Created, string Text, ImmutableArray<MarkedTime> Times);

/// <summary>Reads TimeML documents.</summary>
internal static partial class TimeBank
{
    /// <summary>TempEval-3's cleaned TimeBank and AQUAINT, in name order.</summary>
    public static ImmutableArray<TimedDocument> Read(DirectoryInfo data)
    {
        var documents = ImmutableArray.CreateBuilder<TimedDocument>();
        using var stream = File.OpenRead(Path.Combine(data.FullName, "time", "tbaq-cleaned.tar.gz"));
        using var tar = new TarReader(new GZipStream(stream, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not null && entry.Name.EndsWith(".tml", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(entry.DataStream, Encoding.UTF8);
                documents.Add(Parse(entry.Name, reader.ReadToEnd()));
            }
        }

        documents.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return documents.ToImmutable();
    }

    private static TimedDocument Parse(string name, string page)
    {
        var created = Created().Match(page).Groups["found"].Value;
        var body = Body().Match(page).Groups["found"].Value;
        var text = new StringBuilder();
        var times = ImmutableArray.CreateBuilder<MarkedTime>();
        var (open, attributes) = (-1, "");
        foreach (var part in Tag().Split(body))
        {
            if (part.StartsWith("<TIMEX3", StringComparison.Ordinal))
            {
                (open, attributes) = (text.Length, part);
            }
            else if (part == "</TIMEX3>" && open >= 0)
            {
                times.Add(new MarkedTime(open, text.Length, Attribute(attributes, "type"), Attribute(attributes, "value")));
                open = -1;
            }
            else if (!part.StartsWith('<'))
            {
                text.Append(WebUtility.HtmlDecode(part));
            }
        }

        var day = created.Length >= 10 && DateOnly.TryParseExact(created[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : (DateOnly?)null;
        return new TimedDocument(name, day, text.ToString(), times.ToImmutable());
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<DCT>.*?value=\"(?<found>[^\"]*)\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Created();

    [GeneratedRegex("<TEXT>(?<found>.*)</TEXT>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Body();

    [GeneratedRegex("(<[^>]*>)")]
    private static partial Regex Tag();
}
