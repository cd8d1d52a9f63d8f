using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Variorum.Lab.Corpora;

/// <summary>A mention that people marked.</summary>
/// <param name="Entity">Number of the thing within its text.</param>
/// <param name="Type">GUM's word for its kind ("person").</param>
/// <param name="Span">The words.</param>
/// <param name="Head">The words at its core.</param>
/// <param name="HeadTag">Part of speech of the first of these.</param>
internal sealed record GoldMention(string Entity, string Type, TextSpan Span, TextSpan Head, string HeadTag)
{
    public bool IsName => HeadTag == "PROPN";

    public bool IsPronoun => HeadTag is "PRON" && Head == Span;
}

/// <summary>A text in which people marked what is the same thing.</summary>
/// <param name="Name">Id of the document.</param>
/// <param name="Text">As printed, paragraphs parted.</param>
/// <param name="Mentions">In order of their ends.</param>
internal sealed partial record ChainedText(string Name, string Text, ImmutableArray<GoldMention> Mentions)
{
    /// <summary>GUM's train part in the genres whose licence allows it.</summary>
    public static IEnumerable<ChainedText> Train(DirectoryInfo data) => Read(data, "treebanks/gum.train.conllu.gz").Where(text => Treebank.IsFree(text.Name));

    /// <summary>GUM's train part in the genres that nothing is trained on: for measuring only.</summary>
    public static IEnumerable<ChainedText> Other(DirectoryInfo data) => Read(data, "treebanks/gum.train.conllu.gz").Where(text => !Treebank.IsFree(text.Name));

    /// <summary>GUM's development part, all genres: for measuring only.</summary>
    public static IEnumerable<ChainedText> Dev(DirectoryInfo data) => Read(data, "treebanks/gum.dev.conllu.gz");

    /// <summary>The marked mention whose core lies in a found one's name and that overlaps the found one most; null for none.</summary>
    public GoldMention? Nearest(TextSpan span, TextSpan name)
    {
        var (best, most) = ((GoldMention?)null, 0.0);
        foreach (var gold in Mentions)
        {
            var common = Math.Min(gold.Span.End, span.End) - Math.Max(gold.Span.Start, span.Start);
            var share = (double)common / (gold.Span.Length + span.Length - common);
            if (common > 0 && share > most && gold.Head.Overlaps(name))
            {
                (best, most) = (gold, share);
            }
        }

        return best;
    }

    private static IEnumerable<ChainedText> Read(DirectoryInfo data, string path)
    {
        var draft = new Draft("");
        foreach (var line in DataFile.Lines(data, path))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (draft.Text.Length > 0)
                {
                    yield return draft.Close();
                }

                draft = new Draft(line[14..]);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                draft.EndParagraph();
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                draft.Add(line.Split('\t'));
            }
            else if (line.Length == 0)
            {
                draft.EndSentence();
            }
        }

        yield return draft.Close();
    }

    /// <summary>"(7-person-giv:act-cf2-3-coref" opens, "7)" closes, both may stand in one.</summary>
    [GeneratedRegex(@"\((?<open>[^-()]+)-(?<type>[a-z]+)-(?<rest>[^()]*)(?<closed>\))?|(?<close>[^-()]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracket();

    private sealed class Draft(string name)
    {
        private readonly List<(TextSpan Span, string Tag)> words = [];
        private readonly List<(string Entity, string Type, string Core, int First)> open = [];
        private readonly ImmutableArray<GoldMention>.Builder mentions = ImmutableArray.CreateBuilder<GoldMention>();
        private (int End, bool SpaceAfter) whole = (0, true);

        public StringBuilder Text { get; } = new();

        public void EndParagraph()
        {
            if (Text.Length > 0)
            {
                Text.Length -= Text[^1] == ' ' ? 1 : 0;
                Text.Append("\n\n");
            }
        }

        public void EndSentence()
        {
            whole = (0, true);
            if (Text.Length > 0 && !char.IsWhiteSpace(Text[^1]))
            {
                Text.Append(' ');
            }
        }

        public void Add(string[] cells)
        {
            var spaceAfter = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            var range = cells[0].IndexOf('-', StringComparison.Ordinal);
            if (range > 0)
            {
                whole = (int.Parse(cells[0].AsSpan(range + 1)), spaceAfter);
            }
            else if (int.TryParse(cells[0], out var number))
            {
                words.Add((new TextSpan(Text.Length, Text.Length + cells[1].Length), cells[3]));
                Text.Append(cells[1]).Append((number < whole.End ? false : number == whole.End ? whole.SpaceAfter : spaceAfter) ? " " : "");
                ReadBrackets(cells[9]);
            }
        }

        public ChainedText Close() => new(name, Text.ToString().TrimEnd(), mentions.ToImmutable());

        private void ReadBrackets(string cell)
        {
            var entities = cell.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
            foreach (Match bracket in Bracket().Matches(entities is null ? "" : entities[7..]))
            {
                if (bracket.Groups["close"].Success)
                {
                    Close(bracket.Groups["close"].Value);
                    continue;
                }

                open.Add((bracket.Groups["open"].Value, bracket.Groups["type"].Value, bracket.Groups["rest"].Value, words.Count - 1));
                if (bracket.Groups["closed"].Success)
                {
                    Close(bracket.Groups["open"].Value);
                }
            }
        }

        private void Close(string entity)
        {
            var at = open.FindLastIndex(mention => mention.Entity == entity);
            if (at >= 0)
            {
                var (_, type, rest, first) = open[at];
                var fields = rest.Split('-');
                var core = fields.Length > 3 ? fields[3].Split(',').Select(position => int.TryParse(position, out var one) ? one - 1 : 0).Where(offset => first + offset < words.Count).Order().ToArray() : [];
                core = core.Length == 0 ? [0] : core;
                mentions.Add(new GoldMention(entity, type, words[first].Span.Union(words[^1].Span), words[first + core[0]].Span.Union(words[first + core[^1]].Span), words[first + core[0]].Tag));
                open.RemoveAt(at);
            }
        }
    }
}
