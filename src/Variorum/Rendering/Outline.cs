using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>An account as headings and lines: what the terminal and Markdown print, each in its own dress.</summary>
/// <param name="Title">The story's title.</param>
/// <param name="Deck">How many accounts and voices.</param>
/// <param name="Sections">Only those that have something to say.</param>
public sealed record Outline(string Title, string Deck, ImmutableArray<OutlineSection> Sections);

/// <summary>One section.</summary>
/// <param name="Heading">What it tells.</param>
/// <param name="Items">Never empty.</param>
public sealed record OutlineSection(string Heading, ImmutableArray<OutlineItem> Items);

/// <summary>One line with what belongs under it.</summary>
/// <param name="Text">The line. Quotation marks in it stand in the source.</param>
/// <param name="Note">Who tells it and how; empty for nothing.</param>
/// <param name="Details">Lines under it.</param>
public sealed record OutlineItem(string Text, string Note, ImmutableArray<OutlineItem> Details)
{
    /// <summary>A line with nothing under it.</summary>
    public OutlineItem(string text, string note)
        : this(text, note, [])
    {
    }

    /// <summary>The words of <see cref="Text"/> where some differ from the fullest form; empty where none are told apart.</summary>
    public ImmutableArray<WordingWord> Words { get; init; } = [];

    /// <summary>Whether it hangs on the line above as on a tree.</summary>
    public bool IsBranch { get; init; }
}
