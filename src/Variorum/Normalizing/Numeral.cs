using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>A whole or decimal number as figures or words write it.</summary>
/// <param name="Value">What it is worth.</param>
/// <param name="End">One past its last piece.</param>
/// <param name="IsFigures">Whether it opens with digits.</param>
internal readonly record struct Numeral(decimal Value, int End, bool IsFigures)
{
    private static readonly FrozenDictionary<string, int> Small = Vocabulary.Of<int>(
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
        ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15),
        ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19));

    private static readonly FrozenDictionary<string, int> Tens = Vocabulary.Of<int>(
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90));

    private static readonly FrozenDictionary<string, decimal> Scales = Vocabulary.Of<decimal>(
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000));

    private static readonly FrozenDictionary<string, decimal> Marks = Vocabulary.Of<decimal>(
        ("½", 0.5m), ("¼", 0.25m), ("¾", 0.75m));

    /// <summary>Reads the number that opens at a piece: "1,200", "2.5 million", "fifty-eight", "a hundred", "two and a half".</summary>
    public static Numeral? Read(Pieces pieces, int at) => pieces.IsDigits(at) ? ReadFigures(pieces, at) : ReadWords(pieces, at);

    /// <summary>Reads a scale word ("million") after a number; the number itself where none follows.</summary>
    public static Numeral Scaled(Pieces pieces, Numeral number)
    {
        while (true)
        {
            var next = pieces.IsGluedMark(number.End, '-') && pieces.IsGlued(number.End + 1) ? number.End + 1 : number.End;
            if (!pieces.Look(next, Scales, out var scale) || number.Value > 1_000_000_000_000m)
                return number;

            number = number with { Value = number.Value * scale, End = next + 1 };
        }
    }

    private static Numeral? ReadFigures(Pieces pieces, int at)
    {
        if (pieces.Length(at) > 15)
            return null;

        var value = decimal.Parse(pieces.Form(at));
        var end = at + 1;
        while (pieces.IsGluedMark(end, ',') && pieces.IsGlued(end + 1) && pieces.IsDigits(end + 1) && pieces.Length(end + 1) == 3 && value < 1_000_000_000_000m)
        {
            value = value * 1000 + pieces.Integer(end + 1);
            end += 2;
        }

        if (pieces.IsGluedMark(end, '.') && pieces.IsGlued(end + 1) && pieces.Integer(end + 1) >= 0)
        {
            value += pieces.Integer(end + 1) / Power(pieces.Length(end + 1));
            end += 2;
        }

        return Scaled(pieces, Fraction(pieces, new Numeral(value, end, IsFigures: true)));
    }

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
            power *= 10;

        return power;
    }

    /// <summary>"3½", "1 1/2", "two and a half".</summary>
    private static Numeral Fraction(Pieces pieces, Numeral number)
    {
        var at = number.End;
        if (pieces.Look(at, Marks, out var part))
            return number with { Value = number.Value + part, End = at + 1 };

        if (pieces.Is(at, "and") && pieces.Is(at + 1, "a") && pieces.Is(at + 2, "half"))
            return number with { Value = number.Value + 0.5m, End = at + 3 };

        var hyphen = pieces.IsGluedMark(at, '-') ? at + 1 : at;
        if (pieces.IsDigits(hyphen) && pieces.IsGluedMark(hyphen + 1, '/') && pieces.IsGlued(hyphen + 2)
            && pieces.Integer(hyphen) is > 0 and < 9 && pieces.Integer(hyphen + 2) is > 1 and <= 9)
            return number with { Value = number.Value + (decimal)pieces.Integer(hyphen) / pieces.Integer(hyphen + 2), End = hyphen + 3 };

        return number;
    }

    /// <summary>Number words: groups under a thousand, each with its scale, scales falling.</summary>
    private static Numeral? ReadWords(Pieces pieces, int at)
    {
        decimal total = 0, limit = decimal.MaxValue;
        var end = at;
        while (Group(pieces, end, isFirst: end == at) is { } group)
        {
            var scaled = Scaled(pieces, group);
            var scale = scaled.Value / Math.Max(group.Value, 1);
            if (scale >= limit || (end > at && group.Value >= limit))
                break;

            total += scaled.Value;
            end = scaled.End;
            limit = scale;
            if (scale == 1)
                break;

            if (pieces.Is(end, "and") && Group(pieces, end + 1, isFirst: false) is { } more && more.Value < limit)
                end++;
        }

        return end == at ? null : Fraction(pieces, new Numeral(total, end, IsFigures: false));
    }

    /// <summary>A number word under a hundred, with its hundreds ("two hundred and five", "fifty-eight", "a hundred").</summary>
    private static Numeral? Group(Pieces pieces, int at, bool isFirst)
    {
        if (isFirst && (pieces.IsOneOf(at, "a", "one")) && pieces.Look(at + 1, Scales, out _))
            return Hundreds(pieces, new Numeral(1, at + 1, IsFigures: false));

        return Below(pieces, at) is { } below ? Hundreds(pieces, below) : null;
    }

    private static Numeral Hundreds(Pieces pieces, Numeral count)
    {
        if (!pieces.Is(count.End, "hundred"))
            return count;

        var hundreds = new Numeral(count.Value * 100, count.End + 1, IsFigures: false);
        var rest = Below(pieces, pieces.Skip(hundreds.End, "and"));
        return rest is { } r ? r with { Value = hundreds.Value + r.Value } : hundreds;
    }

    private static Numeral? Below(Pieces pieces, int at)
    {
        if (pieces.Look(at, Small, out var small))
            return new Numeral(small, at + 1, IsFigures: false);

        if (!pieces.Look(at, Tens, out var tens))
            return null;

        var next = pieces.IsDash(at + 1) && pieces.IsGlued(at + 1) ? at + 2 : at + 1;
        return pieces.Look(next, Small, out var unit) && unit is > 0 and < 10
            ? new Numeral(tens + unit, next + 1, IsFigures: false)
            : new Numeral(tens, at + 1, IsFigures: false);
    }
}
