namespace Variorum.Clustering;

/// <summary>Under which view of an article a term counts.</summary>
internal enum TermFace : byte
{
    /// <summary>Any word, the headline's and the lead's counted more.</summary>
    Whole,

    /// <summary>A word written as a name: a capital that no sentence's start asks for.</summary>
    Names,

    /// <summary>A word of the headline or the lead.</summary>
    Lead,

    /// <summary>A word of the headline.</summary>
    Headline,

    /// <summary>Two words with capitals, one after the other: most names of persons and bodies.</summary>
    NamePairs,

    /// <summary>A figure near the beginning: an age, a toll, a day.</summary>
    Figures,

    /// <summary>A name of the lead: most places where something happened.</summary>
    LeadNames,
}
