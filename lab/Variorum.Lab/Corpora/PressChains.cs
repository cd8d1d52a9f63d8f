using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Variorum.Lab.Corpora;

/// <summary>Reads news in which people marked who takes part in its events, and which of these are the same: ECB+.</summary>
/// <remarks>What takes part in no event is not marked, so that of a word without a mark nothing is known. The words are printed
/// with blanks as newspapers do, two sentences a paragraph; quoted words are not parted.</remarks>
internal static class PressChains
{
    private const int SentencesOfParagraph = 2;

    /// <summary>All documents, in the order of their names.</summary>
    public static ImmutableArray<ChainedText> Read(DirectoryInfo data)
    {
        var texts = new List<ChainedText>();
        using var stream = File.OpenRead(Path.Combine(data.FullName, "stories", "ecbplus.tar.gz"));
        using var tar = new TarReader(new GZipStream(stream, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not null && entry.Name.EndsWith(".xml", StringComparison.Ordinal))
            {
                texts.Add(Parse(entry.Name, XDocument.Load(entry.DataStream).Root!));
            }
        }

        return [.. texts.OrderBy(text => text.Name, StringComparer.Ordinal)];
    }

    private static ChainedText Parse(string name, XElement root)
    {
        var tokens = root.Elements("token").ToArray();
        var isAddressed = name.EndsWith("ecbplus.xml", StringComparison.Ordinal);
        var printer = new Printer();
        var spans = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var sentence in tokens.Where(token => !isAddressed || (string?)token.Attribute("sentence") != "0").GroupBy(token => (string?)token.Attribute("sentence")))
        {
            foreach (var token in sentence)
            {
                spans.TryAdd((string)token.Attribute("t_id")!, printer.Add(token.Value));
            }

            printer.EndSentence();
        }

        return new ChainedText(name, printer.Text, Mentions(root, spans, printer.Text));
    }

    private static ImmutableArray<GoldMention> Mentions(XElement root, Dictionary<string, TextSpan> spans, string text)
    {
        var things = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in root.Elements("Relations").Elements())
        {
            var thing = (string?)relation.Attribute("note") is { Length: > 0 } note && relation.Name == "CROSS_DOC_COREF" ? note : "r" + (string?)relation.Attribute("r_id");
            foreach (var source in relation.Elements("source"))
            {
                things.TryAdd((string)source.Attribute("m_id")!, thing);
            }
        }

        var mentions = new List<GoldMention>();
        foreach (var marked in root.Elements("Markables").Elements().Where(marked => marked.Name.LocalName.StartsWith("HUMAN_PART", StringComparison.Ordinal)))
        {
            var own = marked.Elements("token_anchor").Select(anchor => (string)anchor.Attribute("t_id")!).Where(spans.ContainsKey).Select(id => spans[id]).Order().ToArray();
            if (own.Length > 0 && things.TryGetValue((string)marked.Attribute("m_id")!, out var thing))
            {
                var span = own[0].Union(own[^1]);
                mentions.Add(new GoldMention(thing, marked.Name.LocalName is "HUMAN_PART_PER" ? "person" : "organization", span, span, TagOf(own, text)));
            }
        }

        return [.. mentions.OrderBy(mention => mention.Span.End).ThenBy(mention => mention.Span.Start)];
    }

    private static string TagOf(TextSpan[] words, string text) =>
        words.Length == 1 && Pronouns.Contains(words[0].Of(text).ToLowerInvariant()) ? "PRON" : words.Any(word => char.IsUpper(text[word.Start])) ? "PROPN" : "NOUN";

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "themselves", "it", "its", "itself", "who", "whom", "i", "me", "my", "we", "us", "our", "you", "your",
    };

    /// <summary>Sets words with blanks as they would be printed.</summary>
    private sealed class Printer
    {
        private readonly StringBuilder text = new();
        private bool isGlued = true;
        private bool isQuoted;
        private int sentences;

        public string Text => text.ToString().TrimEnd();

        public TextSpan Add(string token)
        {
            var (shown, opens, closes) = Read(token);
            if (!isGlued && !closes)
            {
                text.Append(' ');
            }

            isGlued = opens;
            text.Append(shown);
            return new TextSpan(text.Length - shown.Length, text.Length);
        }

        public void EndSentence()
        {
            sentences++;
            if (sentences >= SentencesOfParagraph && !isQuoted)
            {
                text.Append("\n\n");
                (isGlued, sentences) = (true, 0);
            }
        }

        private (string Shown, bool Opens, bool Closes) Read(string token)
        {
            switch (token)
            {
                case "``" or "“":
                    isQuoted = true;
                    return ("“", true, false);
                case "''" or "”":
                    isQuoted = false;
                    return ("”", false, true);
                case "\"":
                    isQuoted = !isQuoted;
                    return isQuoted ? ("“", true, false) : ("”", false, true);
                case "(" or "[" or "$" or "‘" or "#":
                    return (token, true, false);
                case "/" or "_" or "@":
                    return (token, true, true);
                default:
                    var closes = token is "." or "," or ":" or ";" or "!" or "?" or ")" or "]" or "%" or "..." or "…" or "n't" || token.StartsWith('\'') || token.StartsWith('’');
                    return (token, false, closes);
            }
        }
    }
}
