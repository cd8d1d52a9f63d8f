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

    /// <summary>What stands in no other report, then in an array of its own what does: corpora mark the outer alone.</summary>
    private static void WriteAttributions(Utf8JsonWriter json, Reading reading)
    {
        var all = reading.Quotes.Where(quote => quote.Act != QuoteAct.Fragment).Concat(reading.Thoughts).OrderBy(quote => quote.Content[0].Start).ToLookup(quote => quote.IsNested);
        foreach (var (name, isNested) in new[] { ("attributions", false), ("nested", true) })
        {
            json.WriteStartArray(name);
            foreach (var quote in all[isNested])
            {
                WriteAttribution(json, reading, quote);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteAttribution(Utf8JsonWriter json, Reading reading, Quote quote)
    {
        json.WriteStartObject();
        json.Pairs("source", quote.Marked.Source);
        json.Pairs("cue", quote.Marked.Cue);
        json.Pairs("content", quote.Marked.Content);
        json.Pairs("quoted", quote.Quoted);
        json.WriteString("kind", JsonShapes.Name(quote.Kind));
        json.WriteString("act", JsonShapes.Name(quote.Act));
        json.WriteString("stance", JsonShapes.Name(quote.Stance));
        json.Pairs("addressee", quote.Addressee is { } addressee ? [addressee.Span] : []);
        json.Pairs("occasion", quote.Occasion is { } occasion ? [occasion] : []);
        json.Source(quote.Described);
        WriteNumber(json, "chain", quote.Speaker);
        json.WriteString("speaker", quote.Speaker is { } speaker ? reading.Chains[speaker].Name : null);
        json.WriteStartArray("via");
        foreach (var via in quote.Via)
        {
            json.WriteStringValue(via.Name);
        }

        json.WriteEndArray();
        json.WriteString("rule", quote.Rule);
        json.WriteEndObject();
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
