using System.Text.Encodings.Web;
using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>The few shapes of which every record is made: spans, evidence, names of enumerations.</summary>
internal static class JsonShapes
{
    public static JsonWriterOptions Options(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The field name of an enumeration's member: its own, in lower case.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!.ToLowerInvariant();

    /// <summary>The field name of a kind of thing; groups and works are like all others to whoever reads the JSON.</summary>
    public static string Name(EntityType type) => type is EntityType.Group or EntityType.Work ? "other" : Name<EntityType>(type);

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary><c>[start, end]</c></summary>
    public static void Pair(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    /// <summary><c>"name": [[start, end], …]</c></summary>
    public static void Pairs(this Utf8JsonWriter json, string name, IEnumerable<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.Pair(span);
        }

        json.WriteEndArray();
    }

    public static void Place(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    /// <summary><c>"type", "number", "affiliation"</c> of a source without a name; each null where nothing is said.</summary>
    public static void Source(this Utf8JsonWriter json, SourceDescription? described)
    {
        json.WriteString("type", described is null ? null : Name(described.Type));
        if (described?.Number is { } number)
        {
            json.WriteNumber("number", number);
        }
        else
        {
            json.WriteNull("number");
        }

        json.WriteString("affiliation", described?.Affiliation);
    }

    /// <summary>The fields that show a place: article, start, end and the words there.</summary>
    public static void Place(this Utf8JsonWriter json, string article, TextSpan span, string text)
    {
        json.WriteString("article", article);
        json.Place(span);
        json.WriteString("text", span.Of(text));
    }
}
