using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>A value that one article tells, with what it is told of.</summary>
/// <param name="Article">Index into <see cref="Story.Readings"/>.</param>
/// <param name="Span">The words of the value.</param>
/// <param name="Clause">The clause or sentence that tells it.</param>
/// <param name="Claim">Index of the claim that holds it; null where none does.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Quantity">The number; null for a time.</param>
/// <param name="Time">The time; null for a number.</param>
/// <param name="Context">What stands around it, ascending: term and weight.</param>
/// <param name="Verb">Lemma of the verb nearest before it, else after it; null without one.</param>
/// <param name="IsAhead">Whether that verb looks ahead ("will land").</param>
internal sealed record ToldValue(
    int Article,
    TextSpan Span,
    TextSpan Clause,
    int? Claim,
    int Sentence,
    Quantity? Quantity,
    TimeValue? Time,
    ImmutableArray<(string Term, double Weight)> Context,
    string? Verb,
    bool IsAhead)
{
    /// <summary>Sum of the context's weights.</summary>
    public double Total { get; } = Context.Sum(term => term.Weight);

    /// <summary>The clause, for showing.</summary>
    public Citation Citation => new(Article, Clause);

    /// <summary>The value, normalised.</summary>
    public string Value => Time?.Value ?? Written(Quantity!);

    /// <summary>A number as a conflict prints it: "40", "40+", "&lt;=32", "20-30", "121000000000 USD".</summary>
    private static string Written(Quantity quantity)
    {
        var number = (quantity.Low, quantity.High) switch
        {
            ({ } low, { } high) when low == high => Plain(low),
            ({ } low, { } high) => $"{Plain(low)}-{Plain(high)}",
            ({ } low, null) => $"{Plain(low)}+",
            (null, { } high) => $"<={Plain(high)}",
            _ => "",
        };
        return quantity.Unit is { } unit ? $"{number} {unit}" : number;
    }

    private static string Plain(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
