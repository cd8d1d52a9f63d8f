using System.Collections.Immutable;
using System.Text;

namespace Variorum.Lab.Corpora;

/// <summary>A text with the spans of its names.</summary>
/// <param name="Text">Sentences as paragraphs of their own.</param>
/// <param name="Names">In order, with the corpus's own labels.</param>
internal sealed record NamedText(string Text, ImmutableArray<(TextSpan Span, string Label)> Names)
{
    /// <summary>The documents of a file of number, token and IOB2 tag, with a line <c># text = …</c> before each sentence.</summary>
    /// <param name="data">The folder of labelled data.</param>
    /// <param name="path">The file in it.</param>
    /// <param name="longest">How many sentences a document may have: files without documents are read in pieces.</param>
    public static IEnumerable<NamedText> Read(DirectoryInfo data, string path, int longest = int.MaxValue)
    {
        var draft = new Draft();
        foreach (var line in DataFile.Lines(data, path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) || (line.StartsWith("# text = ", StringComparison.Ordinal) && draft.Sentences >= longest))
            {
                if (draft.Sentences > 0)
                {
                    yield return draft.Finish();
                }
            }

            if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                draft.Open(line.AsSpan(9));
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                draft.Add(line.Split('\t'));
            }
        }

        yield return draft.Finish();
    }

    private sealed class Draft
    {
        private readonly StringBuilder text = new();
        private readonly ImmutableArray<(TextSpan Span, string Label)>.Builder names = ImmutableArray.CreateBuilder<(TextSpan, string)>();
        private int at;

        public int Sentences { get; private set; }

        public void Open(ReadOnlySpan<char> sentence)
        {
            at = text.Append(text.Length > 0 ? "\n\n" : "").Length;
            text.Append(sentence);
            Sentences++;
        }

        public void Add(string[] cells)
        {
            var start = text.ToString(at, text.Length - at).IndexOf(cells[1], StringComparison.Ordinal);
            if (start < 0)
            {
                return;
            }

            var span = new TextSpan(at + start, at + start + cells[1].Length);
            at = span.End;
            if (cells[2].StartsWith("I-", StringComparison.Ordinal) && names.Count > 0)
            {
                names[^1] = (names[^1].Span.Union(span), names[^1].Label);
            }
            else if (cells[2].Length > 2)
            {
                names.Add((span, cells[2][2..]));
            }
        }

        public NamedText Finish()
        {
            var finished = new NamedText(text.ToString(), names.DrainToImmutable());
            text.Clear();
            (at, Sentences) = (0, 0);
            return finished;
        }
    }
}
