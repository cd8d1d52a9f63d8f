namespace Variorum.Annotating;

/// <summary>Collects hashed features; each place in the list is a template of its own.</summary>
internal ref struct FeatureList(Span<uint> places, uint family)
{
    private readonly Span<uint> places = places;
    private ulong template = (family + 1UL) * 0x9E3779B97F4A7C15UL;

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    public void Add(uint first) => Add(first, 0, 0);

    public void Add(uint first, uint second) => Add(first, second, 0);

    public void Add(uint first, uint second, uint third) =>
        Push((first * 0xD6E8FEB86659FD93UL) + (second * 0xA0761D6478BD642FUL) + (third * 0xE7037ED1A0B428DBUL));

    public void Add(uint first, uint second, uint third, uint fourth) =>
        Push((first * 0xD6E8FEB86659FD93UL) + (second * 0xA0761D6478BD642FUL) + (third * 0xE7037ED1A0B428DBUL) + (fourth * 0x8EBC6AF09C88C6E3UL));

    private void Push(ulong mixed)
    {
        template += 0x589965CC75374CC3UL;
        mixed += template;
        mixed = (mixed ^ (mixed >> 32)) * 0xBF58476D1CE4E5B9UL;
        places[Count++] = (uint)(mixed >> 32);
    }
}
