namespace Variorum;

/// <summary>What a block of a page or a paragraph of an article is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The standfirst: whole sentences between the headline and the text.</summary>
    Standfirst,

    /// <summary>A subheading.</summary>
    Heading,

    /// <summary>A list's item.</summary>
    Item,

    /// <summary>In a block quotation.</summary>
    Quote,

    /// <summary>In an embedded post of a social network.</summary>
    Post,

    /// <summary>A table's cell, or a row of data, its cells parted by upright strokes.</summary>
    Cell,
}
