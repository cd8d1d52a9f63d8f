using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Numbers with a unit: money, shares, measures, ages, ranks.</summary>
internal static class UnitRules
{
    private static readonly FrozenDictionary<string, string> Dollars = Vocabulary.Of<string>(
        ("us", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("hk", "HKD"), ("nz", "NZD"), ("s", "SGD"), ("nt", "TWD"), ("r", "BRL"));

    private static readonly FrozenDictionary<string, string> Signs = Vocabulary.Of<string>(
        ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₪", "ILS"), ("₩", "KRW"), ("₺", "TRY"), ("₴", "UAH"), ("₦", "NGN"));

    private static readonly FrozenDictionary<string, string> Currencies = Vocabulary.Of<string>(
        ("dollar", "USD"), ("dollars", "USD"), ("bucks", "USD"), ("usd", "USD"), ("euro", "EUR"), ("euros", "EUR"), ("eur", "EUR"), ("gbp", "GBP"), ("sterling", "GBP"),
        ("yen", "JPY"), ("yuan", "CNY"), ("renminbi", "CNY"), ("rmb", "CNY"), ("ruble", "RUB"), ("rubles", "RUB"), ("rouble", "RUB"), ("roubles", "RUB"),
        ("rupee", "INR"), ("rupees", "INR"), ("shekel", "ILS"), ("shekels", "ILS"), ("nis", "ILS"), ("lira", "TRY"), ("hryvnia", "UAH"), ("hryvnias", "UAH"),
        ("rand", "ZAR"), ("naira", "NGN"), ("baht", "THB"), ("ringgit", "MYR"), ("won", "KRW"), ("zloty", "PLN"), ("zlotys", "PLN"), ("franc", "CHF"), ("francs", "CHF"),
        ("riyals", "SAR"), ("dirhams", "AED"), ("reais", "BRL"), ("real", "BRL"), ("pesos", "MXN"), ("kronor", "SEK"), ("kroner", "NOK"), ("forint", "HUF"), ("forints", "HUF"));

    private static readonly FrozenDictionary<string, string> Measures = Vocabulary.Of<string>(
        ("km", "km"), ("kms", "km"), ("kilometer", "km"), ("kilometers", "km"), ("kilometre", "km"), ("kilometres", "km"), ("mile", "mi"), ("miles", "mi"),
        ("meter", "m"), ("meters", "m"), ("metre", "m"), ("metres", "m"), ("foot", "ft"), ("feet", "ft"), ("ft", "ft"), ("inch", "in"), ("inches", "in"), ("yard", "yd"), ("yards", "yd"),
        ("centimeters", "cm"), ("centimetres", "cm"), ("cm", "cm"), ("mm", "mm"), ("millimeters", "mm"), ("millimetres", "mm"), ("kg", "kg"), ("kilograms", "kg"), ("kilos", "kg"), ("kilogram", "kg"),
        ("tons", "t"), ("ton", "t"), ("tonnes", "t"), ("tonne", "t"), ("lb", "lb"), ("lbs", "lb"), ("ounces", "oz"), ("grams", "g"), ("liters", "l"), ("litres", "l"), ("gallons", "gal"),
        ("acres", "acre"), ("acre", "acre"), ("hectares", "ha"), ("hectare", "ha"), ("mph", "mph"), ("kph", "km/h"), ("knots", "kn"), ("degrees", "°"), ("megawatts", "MW"), ("mw", "MW"), ("gigawatts", "GW"));

    private static readonly FrozenDictionary<string, decimal> Letters = Vocabulary.Of<decimal>(
        ("k", 1_000m), ("m", 1_000_000m), ("mn", 1_000_000m), ("mln", 1_000_000m), ("bn", 1_000_000_000m), ("b", 1_000_000_000m), ("tn", 1_000_000_000_000m), ("trn", 1_000_000_000_000m));

    private static readonly FrozenDictionary<string, int> Ranks = Vocabulary.Of<int>(
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10),
        ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17),
        ("eighteenth", 18), ("nineteenth", 19), ("twentieth", 20), ("hundredth", 100));

    private static readonly FrozenDictionary<string, int> Parts = Vocabulary.Of<int>(
        ("half", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fifth", 5), ("fifths", 5), ("sixths", 6), ("eighths", 8), ("tenth", 10), ("tenths", 10));

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<QuantityRule> All { get; } =
    [
        new("money-sign", MoneySign),
        new("money-word", MoneyWord),
        new("percent", Percent),
        new("fraction", Fraction),
        new("age", Age),
        new("magnitude", Magnitude),
        new("measure", Measure),
        new("ordinal", Ordinal),
    ];

    /// <summary>"$1.2bn", "US$121 billion", "€3m".</summary>
    private static QuantityCore? MoneySign(Pieces pieces, int at)
    {
        var isNamed = pieces.IsGluedMark(at + 1, '$') && pieces.Look(at, Dollars, out _);
        var sign = isNamed ? at + 1 : at;
        if (!pieces.Look(sign, Signs, out var unit) || !pieces.IsDigits(sign + 1) || Numeral.Read(pieces, sign + 1) is not { } number)
            return null;

        unit = isNamed && pieces.Look(at, Dollars, out var named) ? named : unit;
        number = Lettered(pieces, number);
        return QuantityCore.Exactly(number.End, QuantityKind.Money, number.Value, unit);
    }

    /// <summary>"40 million shekels", "11 million US dollars", "two pounds" only by the million.</summary>
    private static QuantityCore? MoneyWord(Pieces pieces, int at)
    {
        if (Numeral.Read(pieces, at) is not { } number)
            return null;

        number = Lettered(pieces, number);
        var word = pieces.IsDash(number.End) && pieces.IsGlued(number.End + 1) ? number.End + 1 : number.End;
        if (pieces.Look(word + 1, Currencies, out var national) && pieces.IsCapital(word))
            return QuantityCore.Exactly(word + 2, QuantityKind.Money, number.Value, National(pieces, word, national));

        if (pieces.Look(word, Currencies, out var unit))
            return QuantityCore.Exactly(word + 1, QuantityKind.Money, number.Value, unit);

        return pieces.IsOneOf(word, "pounds", "pound") && number.Value >= 10_000 ? QuantityCore.Exactly(word + 1, QuantityKind.Money, number.Value, "GBP")
            : pieces.IsOneOf(word, "cents", "cent") ? QuantityCore.Exactly(word + 1, QuantityKind.Money, number.Value / 100, "USD") : null;
    }

    private static string National(Pieces pieces, int at, string unit) => (unit, pieces.Form(at).ToString().ToUpperInvariant()) switch
    {
        ("USD", "AUSTRALIAN") => "AUD",
        ("USD", "CANADIAN") => "CAD",
        ("USD", "SINGAPORE") => "SGD",
        ("INR", "PAKISTANI") => "PKR",
        _ => unit,
    };

    /// <summary>A number with a scale's letters ("1.2bn").</summary>
    private static Numeral Lettered(Pieces pieces, Numeral number) =>
        number.IsFigures && pieces.Look(number.End, Letters, out var scale) && number.Value < 1_000_000_000m && (pieces.IsGlued(number.End) || pieces.IsOneOf(number.End, "bn", "mn", "tn", "mln", "trn"))
            ? number with { Value = number.Value * scale, End = number.End + 1 } : number;

    private static QuantityCore? Percent(Pieces pieces, int at)
    {
        if (Numeral.Read(pieces, at) is not { } number)
            return null;

        var word = pieces.IsGluedMark(number.End, '-') ? number.End + 1 : number.End;
        var end = pieces.IsMark(word, '%') || pieces.IsOneOf(word, "percent", "pct") ? word + 1 : pieces.Is(word, "per") && pieces.Is(word + 1, "cent") ? word + 2 : 0;
        if (end == 0)
            return pieces.Is(word, "percentage") && pieces.IsOneOf(word + 1, "points", "point") ? QuantityCore.Exactly(word + 2, QuantityKind.Percent, number.Value, "pp") : null;

        return QuantityCore.Exactly(end, QuantityKind.Percent, number.Value, "%");
    }

    /// <summary>"two-thirds", "a quarter of", "half of", "half the".</summary>
    private static QuantityCore? Fraction(Pieces pieces, int at)
    {
        var parts = Numeral.Read(pieces, at);
        var isArticle = pieces.Is(at, "a");
        var word = parts is { } p ? pieces.IsDash(p.End) ? p.End + 1 : p.End : isArticle ? at + 1 : at;
        if (!pieces.Look(word, Parts, out var whole) || (word == at && whole != 2))
            return null;

        var count = parts?.Value ?? 1;
        var isShare = pieces.IsOneOf(word + 1, "of", "the", "its", "their", "his", "her", "that") || (parts is not null && count > 1);
        return isShare && count < whole && count > 0
            ? new QuantityCore(word + 1, QuantityKind.Percent, decimal.Round(count * 100 / whole, 1), decimal.Round(count * 100 / whole, 1), IsApproximate: true, "%") : null;
    }

    /// <summary>"58-year-old", "12 years old", "aged 7", "7 years of age".</summary>
    private static QuantityCore? Age(Pieces pieces, int at)
    {
        var isSaid = pieces.IsOneOf(at, "aged", "age");
        var first = isSaid ? at + 1 : at;
        if (Numeral.Read(pieces, first) is not { Value: <= 130 } number)
            return null;

        if ((isSaid && !IsCompound(pieces, number.End)) || IsApposition(pieces, at, number))
            return QuantityCore.Exactly(number.End, QuantityKind.Age, number.Value, "year");

        return isSaid ? null : Old(pieces, number);
    }

    private static bool IsCompound(Pieces pieces, int at) => pieces.IsGlued(at) && (pieces.IsWord(at) || pieces.IsDash(at));

    private static QuantityCore? Old(Pieces pieces, Numeral number)
    {
        var year = pieces.IsDash(number.End) ? number.End + 1 : number.End;
        if (!pieces.IsOneOf(year, "year", "years", "month", "months"))
            return null;

        var old = pieces.IsDash(year + 1) ? year + 2 : year + 1;
        var end = pieces.IsOneOf(old, "old", "olds") ? old + 1 : pieces.Is(old, "of") && pieces.Is(old + 1, "age") ? old + 2 : 0;
        return end == 0 ? null : QuantityCore.Exactly(end, QuantityKind.Age, number.Value, pieces.Form(year).StartsWith("m", StringComparison.OrdinalIgnoreCase) ? "month" : "year");
    }

    /// <summary>"Jane Doe, 58, said": two figures between commas after a name of two words.</summary>
    private static bool IsApposition(Pieces pieces, int at, Numeral number) =>
        number.IsFigures && number.Value >= 1 && number.Value == decimal.Truncate(number.Value) && pieces.Length(at) <= 3
        && pieces.IsGluedMark(at - 1, ',') && pieces.IsWord(at - 2) && pieces.IsCapital(at - 2) && pieces.IsCapital(at - 3) && pieces.Length(at - 2) > 1
        && pieces.IsGluedMark(number.End, ',') && !(pieces.IsGlued(number.End + 1) && pieces.IsDigits(number.End + 1)) && !pieces.IsDigits(number.End + 1);

    private static QuantityCore? Magnitude(Pieces pieces, int at)
    {
        if (pieces.Is(at, "magnitude") && pieces.IsDigits(pieces.Skip(pieces.SkipMark(at + 1, '-'), "of")) && Numeral.Read(pieces, pieces.Skip(pieces.SkipMark(at + 1, '-'), "of")) is { Value: <= 12 } after)
            return QuantityCore.Exactly(after.End, QuantityKind.Measure, after.Value, "magnitude");

        return Numeral.Read(pieces, at) is { Value: <= 12 } before && pieces.Is(pieces.SkipMark(before.End, '-'), "magnitude")
            ? QuantityCore.Exactly(pieces.SkipMark(before.End, '-') + 1, QuantityKind.Measure, before.Value, "magnitude") : null;
    }

    private static QuantityCore? Measure(Pieces pieces, int at)
    {
        if (Numeral.Read(pieces, at) is not { } number)
            return null;

        var word = pieces.IsDash(number.End) && pieces.IsGlued(number.End) ? number.End + 1 : number.End;
        var square = pieces.IsOneOf(word, "square", "sq", "cubic", "metric", "nautical") ? word + 1 : word;
        if (!pieces.Look(square, Measures, out var unit))
            return pieces.IsGluedMark(number.End, '°') ? QuantityCore.Exactly(number.End + 1, QuantityKind.Measure, number.Value, "°") : null;

        if (pieces.Is(square, "degrees") && pieces.IsOneOf(square + 1, "celsius", "fahrenheit"))
            return QuantityCore.Exactly(square + 2, QuantityKind.Measure, number.Value, pieces.Is(square + 1, "celsius") ? "°C" : "°F");

        var isSpeed = pieces.IsOneOf(square + 1, "per", "an") && pieces.Is(square + 2, "hour");
        return QuantityCore.Exactly(isSpeed ? square + 3 : square + 1, QuantityKind.Measure, number.Value, isSpeed ? (unit == "mi" ? "mph" : unit + "/h") : unit + Dimension(pieces, word));
    }

    private static string Dimension(Pieces pieces, int at) => pieces.IsOneOf(at, "square", "sq") ? "²" : pieces.Is(at, "cubic") ? "³" : "";

    /// <summary>"first", "21st", "twenty-first".</summary>
    private static QuantityCore? Ordinal(Pieces pieces, int at)
    {
        if (pieces.IsDigits(at) && pieces.Length(at) <= 4 && pieces.IsGlued(at + 1) && pieces.IsOneOf(at + 1, "st", "nd", "rd", "th"))
            return QuantityCore.Exactly(at + 2, QuantityKind.Ordinal, pieces.Integer(at), null);

        if (Numeral.Read(pieces, at) is { IsFigures: false, Value: >= 20 and < 100 } tens && tens.Value % 10 == 0 && pieces.IsDash(tens.End) && pieces.Look(tens.End + 1, Ranks, out var unit) && unit < 10)
            return QuantityCore.Exactly(tens.End + 2, QuantityKind.Ordinal, tens.Value + unit, null);

        return pieces.Look(at, Ranks, out var rank) && !IsOtherRank(pieces, at) ? QuantityCore.Exactly(at + 1, QuantityKind.Ordinal, rank, null) : null;
    }

    /// <summary>"First Lady", "a third", "five-second", "first-rate".</summary>
    private static bool IsOtherRank(Pieces pieces, int at) =>
        (pieces.IsCapital(at) && pieces.IsCapital(at + 1)) || pieces.IsOneOf(at - 1, "a", "one", "per", "at") || pieces.IsDash(at - 1) || pieces.IsDash(at + 1);
}
