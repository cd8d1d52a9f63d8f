namespace Variorum.Clustering;

/// <summary>What is kept of an article to tell its story from others: its strongest terms under each view.</summary>
/// <remarks>
/// <para><b>Shape.</b> A pure function of the article and the models; other articles play no part. Terms are hashes, so
/// that nothing of the text needs to be held; <see cref="Words"/> has the strongest as printed, for the reader who asks why.</para>
/// <para><b>Order.</b> Terms ascend.</para>
/// </remarks>
internal sealed partial class StorySketch
{
    /// <summary>What a rarity (natural log of documents over documents with it) is multiplied by to be kept.</summary>
    public const float RarityScale = 16;

    /// <summary>Tells the article from all others: of its page's hash.</summary>
    public required ulong Id { get; init; }

    /// <summary>As the user knows it.</summary>
    public required string Path { get; init; }

    /// <summary>When it was published; null where unknown.</summary>
    public required Timestamp? Published { get; init; }

    /// <summary>Its day, the dateline's before the publication's; null where unknown.</summary>
    public required int? Day { get; init; }

    /// <summary>How many words it has, headline included.</summary>
    public required int Length { get; init; }

    /// <summary>The weekdays named near its beginning, a bit each, Sunday's the lowest.</summary>
    public required byte Weekdays { get; init; }

    /// <summary>The days named without a year near its beginning: 32 times the month, and the day.</summary>
    public required short[] Dates { get; init; }

    /// <summary>The terms kept.</summary>
    public required TermSet Terms
    {
        get;
        init
        {
            field = value;
            var weights = value.Weights;
            for (var at = 0; at < weights.Length; at += TermSet.Width)
            {
                Rarities += weights[at + (int)TermFace.NamePairs] > 0 ? 0 : weights[at + TermSet.Rarity];
                FigureCount += weights[at + (int)TermFace.Figures] > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>The rarities of its words together, in kept units.</summary>
    public int Rarities { get; private init; }

    /// <summary>How many figures stand near its beginning.</summary>
    public int FigureCount { get; private init; }

    /// <summary>The strongest names and words as printed, parted by line feeds.</summary>
    public required string Words { get; init; }

    /// <summary>The sketches of a digest's parts, in order; of an ordinary article none.</summary>
    public IReadOnlyList<StorySketch> Parts { get; private init; } = [];

    /// <summary>The same as a digest of these parts; without any an ordinary article, whatever it was.</summary>
    public StorySketch InParts(IReadOnlyList<StorySketch> parts) => Copy(Day, this, parts);

    /// <summary>The same under another day.</summary>
    public StorySketch On(int? day) => Copy(day, this, [.. Parts.Select(part => part.On(day))]);

    /// <summary>What remains of it when its story is settled for good.</summary>
    public StorySketch WithoutTerms() => Copy(Day, null, []);

    private StorySketch Copy(int? day, StorySketch? terms, IReadOnlyList<StorySketch> parts) => new()
    {
        Id = Id,
        Path = Path,
        Published = Published,
        Day = day,
        Length = Length,
        Weekdays = Weekdays,
        Dates = terms?.Dates ?? [],
        Terms = terms?.Terms ?? new TermSet([], []),
        Words = Words,
        Parts = parts,
    };
}
