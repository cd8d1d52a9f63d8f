using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Numbers without a unit: "dozens of", "a pair", "no casualties", "fifty-eight", "1,200".</summary>
internal static class CountRules
{
    private static readonly FrozenDictionary<string, (int Low, int High)> Heaps = Vocabulary.Of<(int, int)>(
        ("tens", (20, 100)), ("dozens", (24, 150)), ("scores", (40, 400)), ("hundreds", (200, 2000)), ("thousands", (2000, 20000)));

    private static readonly FrozenDictionary<string, int> Multiples = Vocabulary.Of<int>(("thousands", 1_000), ("millions", 1_000_000), ("billions", 1_000_000_000));

    private static readonly FrozenDictionary<string, decimal> Scales = Vocabulary.Of<decimal>(("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("dozen", 12));

    private static readonly FrozenSet<string> Harms = Vocabulary.Words(
        "casualties", "injuries", "deaths", "fatalities", "victims", "survivors", "arrests", "survivor", "people", "passengers", "civilians", "staff", "personnel", "wounded", "dead",
        "hostages", "suspects", "damage");

    private static readonly FrozenSet<string> NameOpeners = Vocabulary.Words(
        "no", "number", "flight", "route", "highway", "article", "section", "chapter", "page", "room", "channel", "gate", "platform", "version", "type", "phase", "level", "resolution", "interstate", "act", "scene");

    private static readonly FrozenSet<string> PronounContexts = Vocabulary.Words(
        "of", "who", "that", "which", "is", "was", "another", "day", "thing", "way", "can", "could", "would", "will", "should", "more", "another's", "such", "where", "with", "in", "on", "to", "for", "has", "had");

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<QuantityRule> All { get; } =
    [
        new("heap", Heap),
        new("pair", Pair),
        new("zero", Zero),
        new("number", Number),
    ];

    /// <summary>"dozens", "tens of thousands", "hundreds of thousands", "several hundred", "millions".</summary>
    private static QuantityCore? Heap(Pieces pieces, int at)
    {
        if (pieces.Look(at, Heaps, out var heap) && !pieces.IsCapital(at - 1))
            return HeapOf(pieces, at, heap.Low, heap.High);

        if (pieces.Look(at, Multiples, out var many))
            return Vague(at + 1, 2m * many, 100m * many);

        var some = pieces.Is(at, "several") ? at + 1 : pieces.Is(at, "a") && pieces.Is(at + 1, "few") ? at + 2 : at;
        return some > at && pieces.Look(some, Scales, out var scale) ? Vague(some + 1, 2 * scale, 9 * scale) : null;
    }

    private static QuantityCore? HeapOf(Pieces pieces, int at, decimal low, decimal high)
    {
        if (pieces.Is(at + 1, "of") && pieces.Look(at + 2, Multiples, out var by))
            return Vague(at + 3, low * by, high * by);

        var isLone = pieces.Is(at, "tens") || (pieces.Is(at, "scores") && !pieces.IsOneOf(at + 1, "of", "more"));
        return isLone ? null : Vague(at + 1, low, high);
    }

    private static QuantityCore Vague(int end, decimal low, decimal high) => new(end, QuantityKind.Count, low, high, IsApproximate: true, null);

    /// <summary>"a dozen", "half a dozen", "two dozen", "a pair of", "a couple of", "a handful of".</summary>
    private static QuantityCore? Pair(Pieces pieces, int at)
    {
        if (pieces.Is(at, "half") && pieces.IsOneOf(at + 1, "a", "-") && pieces.Is(at + 2, "dozen"))
            return new QuantityCore(at + 3, QuantityKind.Count, 6, 6, IsApproximate: true, null);

        if (pieces.Is(at, "a") && pieces.Is(at + 2, "of"))
            return pieces.Is(at + 1, "pair") ? QuantityCore.Exactly(at + 2, QuantityKind.Count, 2, null)
                : pieces.Is(at + 1, "couple") ? new QuantityCore(at + 2, QuantityKind.Count, 2, 3, IsApproximate: true, null)
                : pieces.Is(at + 1, "handful") ? new QuantityCore(at + 2, QuantityKind.Count, 2, 9, IsApproximate: true, null) : null;

        var count = pieces.Is(at, "a") ? new Numeral(1, at + 1, IsFigures: false) : Numeral.Read(pieces, at);
        return count is { } c && c.Value < 20 && pieces.Is(c.End, "dozen") ? new QuantityCore(c.End + 1, QuantityKind.Count, c.Value * 12, c.Value * 12, IsApproximate: true, null) : null;
    }

    /// <summary>"no one", "nobody", "no casualties".</summary>
    private static QuantityCore? Zero(Pieces pieces, int at)
    {
        if (pieces.Is(at, "nobody"))
            return QuantityCore.Exactly(at + 1, QuantityKind.Count, 0, null) with { Counted = "person" };

        if (!pieces.Is(at, "no"))
            return null;

        var one = pieces.SkipMark(at + 1, '-');
        if (pieces.Is(one, "one") && !pieces.Is(one + 1, "else"))
            return QuantityCore.Exactly(one + 1, QuantityKind.Count, 0, null) with { Counted = "person" };

        return pieces.IsAny(at + 1, Harms) || pieces.IsAny(at + 2, Harms) && !Phrases.IsFunctionWord(pieces, at + 1) ? QuantityCore.Exactly(at + 1, QuantityKind.Count, 0, null) : null;
    }

    private static QuantityCore? Number(Pieces pieces, int at)
    {
        if (pieces.Is(at, "a") || Numeral.Read(pieces, at) is not { } number || IsSign(pieces, at, number))
            return null;

        var end = pieces.IsGluedMark(number.End, '+') ? number.End + 1 : number.End;
        return end > number.End ? new QuantityCore(end, QuantityKind.Count, number.Value, null, IsApproximate: false, null) : QuantityCore.Exactly(end, QuantityKind.Count, number.Value, null);
    }

    /// <summary>Whether figures are a name, a mark of order, a score or a telephone number, or "one" is a pronoun.</summary>
    private static bool IsSign(Pieces pieces, int at, Numeral number)
    {
        if (!number.IsFigures)
            return number.Value == 1 && number.End == at + 1 && (pieces.IsAny(at + 1, PronounContexts) || !pieces.IsWord(at + 1) || pieces.IsOneOf(at - 1, "no", "any", "this", "that", "the", "each", "every", "which", "another", "some", "day", "once", "not"));

        return IsGluedSign(pieces, at, number.End)
            || (pieces.Form(at)[0] == '0' && pieces.Length(at) > 1) || pieces.IsDigits(at - 1) || pieces.IsDigits(number.End)
            || pieces.IsMark(at - 1, '#') || (pieces.IsAny(at - 1, NameOpeners) && !pieces.Is(at - 2, "a")) || (pieces.IsMark(at - 1, '.') && pieces.IsOneOf(at - 2, "no", "vol", "art", "sec"));
    }

    private static bool IsGluedSign(Pieces pieces, int at, int end) =>
        (pieces.IsGlued(at) && (pieces.IsWord(at - 1) || (pieces.Form(at - 1) is "-" or "–" or "/" or ":" or "." or "," or "'" or "’" or "_" or "@" && pieces.IsGlued(at - 1))))
        || (pieces.IsGlued(end) && (pieces.IsWord(end) || (pieces.Form(end) is "/" or ":" or "_" or "@" or "’" or "'" && pieces.IsGlued(end + 1))));
}
