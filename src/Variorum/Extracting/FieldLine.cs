using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>A line of the form "Key: value" at an article's head or tail.</summary>
/// <param name="Field">What it gives.</param>
/// <param name="Value">The value, trimmed.</param>
internal sealed record FieldLine(Field Field, string Value)
{
    private const int LongestKey = 24;

    private static readonly Lazy<FrozenDictionary<string, Field>> Keys = new(() => Lexicon.Rows("field-keys")
        .SelectMany(cells => cells.Skip(1).Select(key => KeyValuePair.Create(key, Enum.Parse<Field>(cells[0]))))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads a line; null where it is no such line.</summary>
    public static FieldLine? Read(string line)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestKey + 1)).IndexOf(':');
        return colon > 0 && colon + 1 < line.Length && Keys.Value.TryGetValue(line[..colon].Trim(' ', '*'), out var field) && line.Length < 1000
            ? new FieldLine(field, line[(colon + 1)..].Trim(' ', '*', '"', '\u00A0'))
            : null;
    }

    /// <summary>Whether a line announces the address on the next line ("Original url:").</summary>
    public static bool IsSourceLabel(string line) =>
        line.Length <= LongestKey && Keys.Value.TryGetValue(line.Trim(' ', ':', '*'), out var field) && field is Field.Address;

    /// <summary>Whether a line is a web address and nothing else.</summary>
    public static bool IsAddress(string line) =>
        line.Length is > 10 and < 2000 && line.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !line.Contains(' ', StringComparison.Ordinal)
        && Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Puts the value in its place. Returns false where it does not fit there; the line is then an ordinary one.</summary>
    public bool Apply(Draft draft, bool isTail)
    {
        switch (Field)
        {
            case Field.Headline when !isTail && draft.Headline is null && Value.Length > 0:
                draft.Headline = Value;
                return true;
            case Field.Author when BylineReader.LooksLikeNames(Value):
                draft.Sign(BylineReader.Read(Value), MetadataOrigin.Text);
                return true;
            case Field.Published when DateReader.Read(Value) is { } date:
                draft.Publish(date, MetadataOrigin.Text);
                return true;
            case Field.Modified when DateReader.Read(Value) is { } date:
                draft.Modified ??= date;
                return true;
            case Field.Outlet or Field.Source when !isTail && Value.Length is > 1 and < 60 && !IsAddress(Value):
                draft.OutletName ??= Value;
                return true;
            case Field.Address or Field.Source when IsAddress(Value):
                draft.Url ??= Value;
                return true;
            default:
                return Field == Field.Ignored && !isTail;
        }
    }
}

/// <summary>What a field of a head or tail gives.</summary>
internal enum Field
{
    /// <summary>The headline.</summary>
    Headline,

    /// <summary>The authors.</summary>
    Author,

    /// <summary>The date of publication.</summary>
    Published,

    /// <summary>The date of the last change.</summary>
    Modified,

    /// <summary>The outlet.</summary>
    Outlet,

    /// <summary>At the head the outlet; at the tail a credit.</summary>
    Source,

    /// <summary>The article's address.</summary>
    Address,

    /// <summary>Nothing an article keeps.</summary>
    Ignored,
}
