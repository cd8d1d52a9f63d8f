namespace Variorum.Quoting;

/// <summary>How likely a word is a source, a cue and content, each in six steps from hardly to surely.</summary>
internal readonly record struct Hint(byte Source, byte Cue, byte Content)
{
    /// <summary>From log-odds.</summary>
    public static Hint Of(float source, float cue, float content) => new(Step(source), Step(cue), Step(content));

    /// <summary>All three as one number.</summary>
    public uint All => (uint)Source << 8 | (uint)Cue << 4 | Content;

    private static byte Step(float odds) => odds switch
    {
        < -3 => 0,
        < -1 => 1,
        < 0 => 2,
        < 1 => 3,
        < 3 => 4,
        _ => 5,
    };
}
