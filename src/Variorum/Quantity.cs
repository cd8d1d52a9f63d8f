namespace Variorum;

/// <summary>A number as an article tells it, with its bounds and unit.</summary>
/// <remarks><b>Units.</b> <see cref="Low"/> and <see cref="High"/> are in <see cref="Unit"/>, scaled out ("$1.2bn" is 1200000000 USD).</remarks>
/// <param name="Span">The words of the number with qualifier and unit ("at least 40", "$1.2bn", "dozens of").</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Low">Least it can mean; null for no lower bound.</param>
/// <param name="High">Most it can mean; null for no upper bound.</param>
/// <param name="IsApproximate">Whether the words say it is about so much ("around", "some", "dozens").</param>
/// <param name="Unit">ISO 4217 for money, "%" for percent, the unit's usual symbol for a measure, "year" for an age; null for a count.</param>
/// <param name="Counted">The noun phrase's head that is counted, as a lemma ("people", "soldier"); null where it has none.</param>
/// <param name="Rule">The rule that read it.</param>
public sealed record Quantity(TextSpan Span, QuantityKind Kind, decimal? Low, decimal? High, bool IsApproximate, string? Unit, string? Counted, string Rule);

/// <summary>What a number measures.</summary>
public enum QuantityKind
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>The how-manieth.</summary>
    Ordinal,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A share.</summary>
    Percent,

    /// <summary>A length, weight, speed, temperature or the like.</summary>
    Measure,

    /// <summary>How old.</summary>
    Age,
}
