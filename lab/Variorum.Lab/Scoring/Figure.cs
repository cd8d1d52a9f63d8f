namespace Variorum.Lab.Scoring;

/// <summary>One measured number.</summary>
/// <param name="Name">Part, measure and data, parted by stops ("tagger.upos.ewt-dev").</param>
/// <param name="Value">Greater is better.</param>
internal readonly record struct Figure(string Name, double Value)
{
    /// <summary>For a person.</summary>
    public override string ToString() => $"{Name,-36} {Value:0.0000}";
}
