using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Variorum.Rendering;

/// <summary>The account in Markdown. What the articles hold stays text: nothing in them becomes markup.</summary>
public static class AccountMarkdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]<>#|~!&$");

    /// <summary>Writes all stories. <b>Units.</b> UTF-8 without a mark.</summary>
    /// <param name="edition">What is to be written.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Write(Edition edition, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(edition);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var account in edition.Accounts)
        {
            var outline = Outliner.Lay(edition, account);
            writer.Write($"# {Escape(outline.Title)}\n\n{Escape(outline.Deck)}.\n");
            foreach (var section in outline.Sections)
            {
                writer.Write($"\n## {section.Heading}\n\n");
                WriteItems(writer, section.Items, "");
            }

            writer.Write('\n');
        }
    }

    private static void WriteItems(TextWriter writer, ImmutableArray<OutlineItem> items, string indent)
    {
        foreach (var item in items)
        {
            var note = item.Note.Length > 0 ? $" *({Escape(item.Note)})*" : "";
            writer.Write($"{indent}- {(item.Words.IsEmpty ? Escape(item.Text) : Marked(item.Words))}{note}\n");
            WriteItems(writer, item.Details, indent + "  ");
        }
    }

    /// <summary>The words, those bold in which a form differs from the fullest.</summary>
    private static string Marked(ImmutableArray<WordingWord> words)
    {
        var line = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            var (before, next) = (i > 0 && words[i - 1].IsVariant, i + 1 < words.Length && words[i + 1].IsVariant);
            line.Append(i > 0 ? " " : "").Append(words[i].IsVariant && !before ? "**" : "")
                .Append(i == 0 ? Escape(words[i].Text) : Escape("x" + words[i].Text)[1..])
                .Append(words[i].IsVariant && !next ? "**" : "");
        }

        return line.ToString();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c))
            {
                escaped.Append('\\');
            }

            escaped.Append(char.IsControl(c) ? ' ' : c);
        }

        // A line that begins like a list or a number would open one.
        var digits = escaped.ToString().AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (escaped.Length > 0 && (escaped[0] is '-' or '+' or '='))
        {
            escaped.Insert(0, '\\');
        }
        else if (digits > 0 && (escaped[digits] is '.' or ')'))
        {
            escaped.Insert(digits, '\\');
        }

        return escaped.ToString();
    }
}
