using System.Collections.Immutable;
using Spectre.Console;
using Variorum.App.Commands;
using Variorum.Rendering;

namespace Variorum.App.Terminal;

/// <summary>Prints an account for a person: at most 80 columns, colours only where a terminal shows them.</summary>
internal sealed class AccountPrinter(IAnsiConsole console)
{
    private const int Columns = 80;

    /// <summary>How many lines of one kind are printed; a page or a record holds them all.</summary>
    private const int Most = 7;

    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(Color.Grey);
    private static readonly Style Rubric = new(Color.Maroon, decoration: Decoration.Bold);

    public static void Print(Edition edition)
    {
        var isSeen = !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isSeen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isSeen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Math.Clamp(console.Profile.Width, 40, Columns);
        foreach (var account in edition.Accounts)
        {
            new AccountPrinter(console).Print(Outliner.Lay(edition, account));
        }
    }

    private void Print(Outline outline)
    {
        Write(outline.Title, Strong);
        Write(outline.Deck + ".", Faint);
        foreach (var section in outline.Sections)
        {
            console.WriteLine();
            Write(section.Heading.ToUpperInvariant(), Rubric);
            PrintItems(section.Items, "  ");
        }

        console.WriteLine();
    }

    private void PrintItems(ImmutableArray<OutlineItem> items, string indent)
    {
        var shown = items.Take(Most).ToArray();
        for (var i = 0; i < shown.Length; i++)
        {
            var isLast = i == items.Length - 1;
            var (lead, under) = shown[i].IsBranch ? (isLast ? "└─ " : "├─ ", isLast ? "   " : "│  ") : ("", "  ");
            var hang = shown[i].Details.Any(detail => detail.IsBranch) && shown[i].IsBranch ? "│ " : "  ";
            Piece[] pieces = [new(Complaints.OneLine(shown[i].Text), false), new(Complaints.OneLine(shown[i].Note.Length > 0 ? $"[{shown[i].Note}]" : ""), true)];
            foreach (var line in LineWrapper.Wrap(pieces, console.Profile.Width, indent + lead, indent + under + (shown[i].IsBranch ? hang : "")))
            {
                Write(line, Style.Plain);
            }

            PrintItems([.. shown[i].Details.Where(detail => !detail.IsBranch)], indent + under + (shown[i].IsBranch ? hang : "  "));
            PrintItems([.. shown[i].Details.Where(detail => detail.IsBranch)], indent + under);
        }

        if (items.Length > Most)
        {
            Write([new($"{indent}and {items.Length - Most} more", true)], Style.Plain);
        }
    }

    private void Write(string text, Style style)
    {
        foreach (var line in LineWrapper.Wrap([new(Complaints.OneLine(text), false)], console.Profile.Width, "", ""))
        {
            Write(line, style);
        }
    }

    private void Write(List<Piece> line, Style style)
    {
        foreach (var piece in line)
        {
            console.Write(piece.Text, piece.IsNote ? Faint : style);
        }

        console.WriteLine();
    }
}
