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
        Write(outline.Title, Strong, 0);
        Write(outline.Deck + ".", Faint, 0);
        foreach (var section in outline.Sections)
        {
            console.WriteLine();
            Write(section.Heading.ToUpperInvariant(), Rubric, 0);
            PrintItems(section.Items, 1);
        }

        console.WriteLine();
    }

    private void PrintItems(ImmutableArray<OutlineItem> items, int depth)
    {
        foreach (var item in items.Take(Most))
        {
            var line = new Paragraph(Complaints.OneLine(item.Text), Style.Plain);
            if (item.Note.Length > 0)
            {
                line.Append("  " + Complaints.OneLine(item.Note), Faint);
            }

            console.Write(new Padder(line, new Padding(depth * 2, 0, 0, 0)));
            PrintItems(item.Details, depth + 1);
        }

        if (items.Length > Most)
        {
            Write($"and {items.Length - Most} more", Faint, depth);
        }
    }

    private void Write(string text, Style style, int depth) => console.Write(new Padder(new Paragraph(Complaints.OneLine(text), style), new Padding(depth * 2, 0, 0, 0)));
}
