namespace Variorum.Normalizing;

/// <summary>A number with its unit, before the words that bound it are heard.</summary>
/// <param name="End">One past its last piece.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Low">Least it can mean.</param>
/// <param name="High">Most it can mean; null for no bound.</param>
/// <param name="IsApproximate">Whether it is a vague word ("dozens").</param>
/// <param name="Unit">As in <see cref="Quantity.Unit"/>.</param>
/// <param name="Counted">What is counted, where the words themselves say so ("no one"); null to look after the number.</param>
internal readonly record struct QuantityCore(int End, QuantityKind Kind, decimal Low, decimal? High, bool IsApproximate, string? Unit, string? Counted = null)
{
    /// <summary>Exactly so much.</summary>
    public static QuantityCore Exactly(int end, QuantityKind kind, decimal value, string? unit) => new(end, kind, value, value, IsApproximate: false, unit);
}

/// <summary>One way to read a number.</summary>
/// <param name="Name">Short kebab-case name; it travels with what the rule reads.</param>
/// <param name="Read">Reads the number that opens at a piece; null where none does.</param>
internal sealed record QuantityRule(string Name, Func<Pieces, int, QuantityCore?> Read);
