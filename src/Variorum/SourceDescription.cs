namespace Variorum;

/// <summary>What a source is that has no name ("two officials of the defence ministry").</summary>
/// <param name="Type">What kind of source.</param>
/// <param name="Number">How many, where that is said: one for "an official"; null for "officials", "several".</param>
/// <param name="Affiliation">To whom it belongs, as printed ("the defence ministry", "Iranian"); null where nothing is said.</param>
public sealed record SourceDescription(SourceType Type, int? Number, string? Affiliation);

/// <summary>Kinds of sources.</summary>
public enum SourceType
{
    /// <summary>Somebody in office, or a government's body.</summary>
    Official,

    /// <summary>A diplomat or a mission abroad.</summary>
    Diplomat,

    /// <summary>Who speaks for another.</summary>
    Spokesperson,

    /// <summary>Who saw it, or lives there.</summary>
    Witness,

    /// <summary>Police and investigators.</summary>
    Police,

    /// <summary>Courts, judges and prosecutors, and what they write.</summary>
    Court,

    /// <summary>Anything else written.</summary>
    Document,

    /// <summary>An agency, an outlet, a journalist.</summary>
    Media,

    /// <summary>People who are said to know: "a source", "people familiar with the matter".</summary>
    Insider,

    /// <summary>Analysts, experts and scholars.</summary>
    Analyst,

    /// <summary>A company, or who runs or owns it.</summary>
    Company,

    /// <summary>A poll.</summary>
    Poll,
}
