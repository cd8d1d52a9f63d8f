using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Finds numbers with their bounds and units.</summary>
/// <remarks>
/// <para><b>Method.</b> At every piece that no time covers, bounding words are passed and all rules asked for the number
/// itself; the longest reading wins, of equal ones the rule that stands first. <b>Cost.</b> Linear.</para>
/// </remarks>
internal sealed class QuantityFinder
{
    /// <summary>All rules, in the order in which they win over one another.</summary>
    public static ImmutableArray<QuantityRule> Rules { get; } = [.. UnitRules.All, .. CountRules.All];

    /// <returns>The quantities in the order of the text; they do not overlap one another, nor a time.</returns>
    public ImmutableArray<Quantity> Find(Document document)
    {
        var pieces = new Pieces(document.Text);
        var times = TimeFinder.Find(document, pieces, anchor: null);
        var found = ImmutableArray.CreateBuilder<Quantity>();
        var counted = new CountedNoun(document, pieces);
        var next = 0;
        for (var at = 0; at < pieces.Count;)
        {
            while (next < times.Length && times[next].Span.End <= pieces[at].Start)
                next++;

            var limit = next < times.Length ? times[next].Span.Start : int.MaxValue;
            if (pieces[at].Start >= limit || Read(pieces, at) is not var (bounds, core, rule) || pieces[core.End - 1].End > limit || IsName(pieces, at, core, counted))
            {
                at++;
                continue;
            }

            found.Add(Bounded(pieces.Span(at, core.End), bounds, core, core.Counted ?? counted.After(core), rule));
            at = core.End;
        }

        return found.ToImmutable();
    }

    private static (Bounds Bounds, QuantityCore Core, string Rule)? Read(Pieces pieces, int at)
    {
        if (pieces.IsOneOf(at, "between", "from") && Core(pieces, at + 1) is { } opened && pieces.Is(opened.Core.End, pieces.Is(at, "between") ? "and" : "to") && pieces.Is(at, "between"))
            return Core(pieces, opened.Core.End + 1) is { } closed && Range(opened.Core, closed.Core) is { } between ? (default, between, "between") : null;

        var bounds = Bounds.Read(pieces, at);
        if (Core(pieces, bounds.End) is not var (core, rule))
            return null;

        if (Through(pieces, at, core) is { } range)
            return (bounds, range, "range");

        return IsScore(pieces, core.End) ? null : Bounds.After(pieces, core.End) is { } after ? (after, core with { End = after.End }, rule) : (bounds, core, rule);
    }

    /// <summary>"3-2": the first figure of a score.</summary>
    private static bool IsScore(Pieces pieces, int at) => pieces.IsDash(at) && pieces.IsGlued(at) && pieces.IsGlued(at + 1) && pieces.IsDigits(at + 1);

    /// <summary>"20-30", "20 to 30", "$10-15 million"; not "from 20 to 30", which tells a change.</summary>
    private static QuantityCore? Through(Pieces pieces, int at, QuantityCore first)
    {
        var isDash = pieces.IsDash(first.End) && pieces.IsGlued(first.End) && pieces.IsGlued(first.End + 1);
        var isTo = pieces.Is(first.End, "to") && !pieces.Is(at - 1, "from") && (pieces.IsDigits(first.End - 1) || first.Kind == QuantityKind.Count);
        if (first.Kind is QuantityKind.Ordinal or QuantityKind.Age || (!isDash && !isTo))
            return null;

        if (Core(pieces, first.End + 1, isRangeEnd: true) is not var (second, _) || Range(first, second) is not { } range)
            return null;

        return isDash && range.Kind == QuantityKind.Count && !IsCounting(pieces, first, range) ? null : range;
    }

    /// <summary>Whether figures about a dash count something: "20-30 workers", not "3-5" or "555-1234".</summary>
    private static bool IsCounting(Pieces pieces, QuantityCore first, QuantityCore range) => pieces.IsWord(range.End) && range.High < first.High * 20;

    private static QuantityCore? Range(QuantityCore first, QuantityCore second)
    {
        if (first.Kind != second.Kind && first.Kind != QuantityKind.Count && second.Kind != QuantityKind.Count)
            return null;

        var (kind, unit) = first.Kind == QuantityKind.Count ? (second.Kind, second.Unit) : (first.Kind, first.Unit);
        var low = Rescaled(first.Low, second.Low);
        return second.High is { } high && low < high && (first.Unit is null || second.Unit is null || first.Unit == second.Unit)
            ? new QuantityCore(second.End, kind, low, high, first.IsApproximate || second.IsApproximate, unit) : null;
    }

    /// <summary>The scale of the second number is the first's too: "10-15 million".</summary>
    private static decimal Rescaled(decimal first, decimal second)
    {
        foreach (var scale in (ReadOnlySpan<decimal>)[1_000_000_000_000m, 1_000_000_000m, 1_000_000m, 1_000m])
            if (second >= scale && first < 1_000 && second % (scale / 1000) == 0)
                return first * scale < second ? first * scale : first;

        return first;
    }

    private static (QuantityCore Core, string Rule)? Core(Pieces pieces, int at, bool isRangeEnd = false)
    {
        if (!pieces.Inside(at) || pieces[at].Kind == PieceKind.Break)
            return null;

        (QuantityCore Core, string Rule)? best = null;
        foreach (var rule in Rules)
            if (rule.Read(pieces, at) is { } core && (best is null || core.End > best.Value.Core.End))
                best = (core, rule.Name);

        return best is null && isRangeEnd && Numeral.Read(pieces, at) is { } number && !(pieces.IsGlued(number.End) && (pieces.IsWord(number.End) || pieces.IsDash(number.End))) ? (QuantityCore.Exactly(number.End, QuantityKind.Count, number.Value, null), "number") : best;
    }

    /// <summary>A figure right after a capitalised word that counts nothing is part of a name ("Boeing 737", "Galaxy 8").</summary>
    private static bool IsName(Pieces pieces, int at, QuantityCore core, CountedNoun counted) =>
        core.Kind == QuantityKind.Count && pieces.IsDigits(at) && pieces.IsWord(at - 1) && pieces.IsCapital(at - 1) && !Phrases.IsFunctionWord(pieces, at - 1) && counted.After(core) is null;

    private static Quantity Bounded(TextSpan span, Bounds bounds, QuantityCore core, string? counted, string rule)
    {
        var (low, high) = ((decimal?)core.Low, core.High);
        (low, high) = bounds.Kind switch
        {
            'l' => (low, null),
            'h' => (null, high),
            'n' => (low - low / 10, high),
            'o' => (low, high + high / 10),
            'a' => (low - low * Blur(core.Low), high + high * Blur(core.High ?? core.Low)),
            _ => (low, high),
        };
        return new Quantity(span, core.Kind, low, high, core.IsApproximate || bounds.IsApproximate, core.Unit, counted, rule);
    }

    /// <summary>How far "about" reaches: a tenth for a number of one figure ("about 30"), less for a finer one.</summary>
    private static decimal Blur(decimal value)
    {
        var digits = value;
        while (digits >= 1 && digits % 10 == 0)
            digits /= 10;

        return digits switch { < 10 => 0.1m, < 100 => 0.05m, _ => 0.01m };
    }
}
