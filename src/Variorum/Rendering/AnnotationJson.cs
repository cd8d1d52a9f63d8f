using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>What was found in one article, as offsets alone: a line for measuring against annotated corpora.</summary>
public static class AnnotationJson
{
    /// <summary>Writes one object, without a line's end.</summary>
    public static void Write(Utf8JsonWriter json, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reading);
        json.WriteStartObject();
        json.WriteString("path", reading.Article.Path);
        WriteAttributions(json, reading);
        WriteMentions(json, reading);
        WriteTimes(json, reading);
        WriteQuantities(json, reading);
        json.WriteEndObject();
    }

    private static void WriteAttributions(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartArray("attributions");
        foreach (var quote in reading.Quotes)
        {
            json.WriteStartObject();
            json.Pairs("source", quote.Source is { } source ? [source] : []);
            json.Pairs("cue", quote.Cue is { } cue ? [cue] : []);
            json.Pairs("content", quote.Content);
            json.WriteString("kind", JsonShapes.Name(quote.Kind));
            json.WriteString("rule", quote.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMentions(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartArray("mentions");
        foreach (var mention in reading.Mentions)
        {
            json.WriteStartObject();
            json.Place(mention.Span);
            json.WriteString("type", JsonShapes.Name(mention.Type));
            json.WriteString("kind", JsonShapes.Name(mention.Kind));
            WriteNumber(json, "chain", mention.Chain < 0 ? null : mention.Chain);
            json.WriteString("rule", mention.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTimes(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartArray("times");
        foreach (var time in reading.Times)
        {
            json.WriteStartObject();
            json.Place(time.Span);
            json.WriteString("type", JsonShapes.Name(time.Type));
            json.WriteString("value", time.Value);
            json.WriteString("rule", time.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuantities(Utf8JsonWriter json, Reading reading)
    {
        json.WriteStartArray("quantities");
        foreach (var quantity in reading.Quantities)
        {
            json.WriteStartObject();
            json.Place(quantity.Span);
            json.WriteString("kind", JsonShapes.Name(quantity.Kind));
            WriteNumber(json, "low", quantity.Low);
            WriteNumber(json, "high", quantity.High);
            json.WriteBoolean("approximate", quantity.IsApproximate);
            json.WriteString("unit", quantity.Unit);
            json.WriteString("counted", quantity.Counted);
            json.WriteString("rule", quantity.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
