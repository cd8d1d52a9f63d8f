using System.Collections.Immutable;
using System.Text;

namespace Variorum.Lab.Corpora;

/// <summary>A text with the spans of its names.</summary>
/// <param name="Text">Sentences as paragraphs of their own.</param>
/// <param name="Names">In order.</param>
internal sealed record NamedText(string Text, ImmutableArray<(TextSpan Span, EntityType Type)> Names)
{
    /// <summary>The documents of a file of number, token and IOB2 tag, with a line <c># text = …</c> before each sentence.</summary>
    public static IEnumerable<NamedText> Read(DirectoryInfo data, string path)
    {
        var text = new StringBuilder();
        var names = ImmutableArray.CreateBuilder<(TextSpan, EntityType)>();
        var at = 0;
        foreach (var line in DataFile.Lines(data, path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Length > 0)
            {
                yield return new NamedText(text.ToString(), names.ToImmutable());
                text.Clear();
                names.Clear();
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                at = text.Append(text.Length > 0 ? "\n\n" : "").Length;
                text.Append(line.AsSpan(9));
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                at = Add(text.ToString(at, text.Length - at), at, line.Split('\t'), names);
            }
        }

        yield return new NamedText(text.ToString(), names.ToImmutable());
    }

    /// <summary>Adds one token and tells where it ends.</summary>
    private static int Add(string rest, int at, string[] cells, ImmutableArray<(TextSpan Span, EntityType Type)>.Builder names)
    {
        var start = rest.IndexOf(cells[1], StringComparison.Ordinal);
        if (start < 0)
        {
            return at;
        }

        var span = new TextSpan(at + start, at + start + cells[1].Length);
        if (cells[2].StartsWith("I-", StringComparison.Ordinal) && names.Count > 0)
        {
            names[^1] = (names[^1].Span.Union(span), names[^1].Type);
        }
        else if (cells[2].Length > 2)
        {
            names.Add((span, cells[2][2..] switch { "PER" => EntityType.Person, "ORG" => EntityType.Organisation, "LOC" => EntityType.Place, _ => EntityType.Other }));
        }

        return span.End;
    }
}
