using System.Collections.Immutable;

namespace Variorum;

/// <summary>Words that an article reports someone as saying or writing.</summary>
/// <remarks>
/// <para><b>Shape.</b> The three spans of an attribution after PARC 3.0 (Pareti, 2016); they never overlap. Content has
/// more than one part where the reporter's words interrupt it or it is carried over paragraphs.</para>
/// <para><b>Units.</b> Half-open UTF-16 offsets into the article's text; the outer quotation marks are not content.</para>
/// </remarks>
/// <param name="Kind">Whether the words stand in quotation marks: all, none or some of them.</param>
/// <param name="Content">What was said, in one or more parts in the text's order; never empty.</param>
/// <param name="Cue">The words that say it is a report ("said", "according to"); null where the text gives none.</param>
/// <param name="Source">The words for who said it ("the Iranian president", "he"); null where the text gives none.</param>
/// <param name="Speaker">Index into <see cref="Reading.Chains"/> of who said it; null where that is not known.</param>
/// <param name="Quoted">The parts of the content that stand in quotation marks, marks excluded; all of it for a direct quote.</param>
/// <param name="Via">Through whom the words reached the page, nearest to the speaker first ("TASS", then "Reuters").</param>
/// <param name="Rule">The rule or model that found it.</param>
public sealed record Quote(
    QuoteKind Kind,
    ImmutableArray<TextSpan> Content,
    TextSpan? Cue,
    TextSpan? Source,
    int? Speaker,
    ImmutableArray<TextSpan> Quoted,
    ImmutableArray<Via> Via,
    string Rule)
{
    /// <summary>How the speaker stands to the content: what was denied or never said is no word of the speaker's.</summary>
    public QuoteAct Act { get; init; }

    /// <summary>How the cue stands to the content ("claimed", "admitted", "accused").</summary>
    public CueStance Stance { get; init; }

    /// <summary>To whom it was said; null where the text does not tell.</summary>
    public Addressee? Addressee { get; init; }

    /// <summary>Where or how it was said, as printed ("at a news conference on Friday", "in a letter"); null where the text does not tell.</summary>
    public TextSpan? Occasion { get; init; }

    /// <summary>What the source is, where it has no name.</summary>
    public SourceDescription? Described { get; init; }

    /// <summary>Whether it stands within what another reports.</summary>
    public bool IsNested { get; init; }

    /// <summary>The same spans as corpora mark them: every part of each, quotation marks and the conjunction before the content included.</summary>
    public Attribution Marked { get; init; } = Attribution.Empty;

    /// <summary>From the content's first word to its last, whatever lies between.</summary>
    public TextSpan Extent => new(Content[0].Start, Content[^1].End);
}

/// <summary>The three roles of an attribution after PARC 3.0 (Pareti, 2016), each in one or more parts or none.</summary>
/// <param name="Source">Who.</param>
/// <param name="Cue">The words that make it a report.</param>
/// <param name="Content">What, quotation marks included.</param>
public sealed record Attribution(ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content)
{
    internal static Attribution Empty { get; } = new([], [], []);
}

/// <summary>How reported words are set.</summary>
public enum QuoteKind
{
    /// <summary>In quotation marks.</summary>
    Direct,

    /// <summary>In the reporter's words.</summary>
    Indirect,

    /// <summary>In the reporter's words with some in quotation marks.</summary>
    Mixed,
}

/// <summary>How a speaker stands to the content of a report.</summary>
public enum QuoteAct
{
    /// <summary>Said, written or otherwise made known.</summary>
    Said,

    /// <summary>Denied or rejected: the content is what is not so.</summary>
    Denied,

    /// <summary>Not said at all: "declined to say", "did not believe", "may say".</summary>
    Withheld,

    /// <summary>Known, seen or shown, without a word of anybody's.</summary>
    Found,

    /// <summary>Believed, feared or expected, without a word of anybody's.</summary>
    Believed,

    /// <summary>Wanted, planned, backed or otherwise meant, without a word of anybody's.</summary>
    Meant,

    /// <summary>Another's words, which have a quote of their own: the source only passed them on.</summary>
    PassedOn,

    /// <summary>A few words in marks for which the article names nobody: somebody's only where another article says whose.</summary>
    Fragment,
}

/// <summary>To whom something was said.</summary>
/// <param name="Span">The words for it ("Pezeshkian", "reporters").</param>
/// <param name="Chain">Index into <see cref="Reading.Chains"/>; null where it is nobody the article names.</param>
public sealed record Addressee(TextSpan Span, int? Chain);

/// <summary>How a cue stands to what it reports.</summary>
public enum CueStance
{
    /// <summary>It only reports: said, told, according to.</summary>
    Neutral,

    /// <summary>The writer does not take it over: claimed, alleged, reportedly.</summary>
    Doubting,

    /// <summary>The writer takes it for true: admitted, pointed out, revealed.</summary>
    Factive,

    /// <summary>It says that something is not so.</summary>
    Denial,

    /// <summary>It says that something will be done.</summary>
    Promise,

    /// <summary>It lays something at somebody's door.</summary>
    Accusation,

    /// <summary>It asks.</summary>
    Question,
}

/// <summary>One link of the chain by which words reached the page.</summary>
/// <param name="Name">The agency's or outlet's usual name, or the words for a channel ("a Russian translation").</param>
/// <param name="Span">Where the article says so.</param>
public sealed record Via(string Name, TextSpan Span)
{
    /// <summary>What the link is.</summary>
    public ViaKind Kind { get; init; }
}

/// <summary>What a link of the chain is.</summary>
public enum ViaKind
{
    /// <summary>A news agency, outlet, broadcaster or another who reports.</summary>
    Outlet,

    /// <summary>A news agency.</summary>
    Agency,

    /// <summary>Something written or recorded: a statement, a letter, a transcript.</summary>
    Document,

    /// <summary>A translation or an interpreter.</summary>
    Translation,

    /// <summary>A place on the net where people post.</summary>
    Platform,

    /// <summary>Anybody else who passed the words on.</summary>
    Other,
}
