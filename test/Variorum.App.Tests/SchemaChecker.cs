using System.Text.Json;
using System.Text.RegularExpressions;

namespace Variorum.App.Tests;

/// <summary>Holds a record against a JSON Schema, as far as this project's schema goes; a field it does not name is a fault too.</summary>
internal sealed class SchemaChecker(JsonElement schema)
{
    private static readonly string[] Known = ["$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "items", "enum", "const", "pattern", "minimum", "maximum", "minItems", "maxItems", "anyOf", "additionalProperties"];

    /// <summary>What is wrong with a value, as paths with reasons.</summary>
    public IEnumerable<string> Faults(JsonElement value) => Faults(value, schema, "$");

    private IEnumerable<string> Faults(JsonElement value, JsonElement rule, string path)
    {
        var unknown = rule.EnumerateObject().Select(keyword => keyword.Name).Except(Known, StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            return [$"{path}: the checker does not know {string.Join(", ", unknown)}"];
        }

        if (rule.TryGetProperty("$ref", out var reference))
        {
            return Faults(value, schema.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), path);
        }

        if (rule.TryGetProperty("anyOf", out var choices))
        {
            var best = choices.EnumerateArray().Select(choice => Faults(value, choice, path).ToArray()).MinBy(faults => faults.Length)!;
            return best;
        }

        return OfValue(value, rule, path).Concat(value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, rule, path),
            JsonValueKind.Array => OfArray(value, rule, path),
            _ => [],
        });
    }

    private static IEnumerable<string> OfValue(JsonElement value, JsonElement rule, string path)
    {
        if (rule.TryGetProperty("type", out var type) && !Types(type).Any(name => IsOf(value, name)))
        {
            yield return $"{path}: {value.ValueKind} is not {type}";
        }

        if (rule.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(value, only))
        {
            yield return $"{path}: {value} is not {only}";
        }

        if (rule.TryGetProperty("enum", out var members) && !members.EnumerateArray().Any(member => JsonElement.DeepEquals(member, value)))
        {
            yield return $"{path}: {value} is none of {members}";
        }

        if (rule.TryGetProperty("pattern", out var pattern) && value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            yield return $"{path}: {value} does not match {pattern}";
        }

        if (value.ValueKind == JsonValueKind.Number && ((rule.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble()) || (rule.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble())))
        {
            yield return $"{path}: {value} is out of bounds";
        }
    }

    private IEnumerable<string> OfObject(JsonElement value, JsonElement rule, string path)
    {
        var properties = rule.TryGetProperty("properties", out var named) ? named : default;
        var faults = rule.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name} is missing")
            : [];
        foreach (var field in value.EnumerateObject())
        {
            var at = $"{path}.{field.Name}";
            faults = faults.Concat(properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(field.Name, out var inner) ? Faults(field.Value, inner, at)
                : rule.TryGetProperty("additionalProperties", out var others) ? Faults(field.Value, others, at)
                : [$"{at}: the schema does not name it"]);
        }

        return faults;
    }

    private IEnumerable<string> OfArray(JsonElement value, JsonElement rule, string path)
    {
        IEnumerable<string> faults = [];
        if ((rule.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32()) || (rule.TryGetProperty("maxItems", out var most) && value.GetArrayLength() > most.GetInt32()))
        {
            faults = [$"{path}: {value.GetArrayLength()} items"];
        }

        return rule.TryGetProperty("items", out var each) ? faults.Concat(value.EnumerateArray().SelectMany((item, i) => Faults(item, each, $"{path}[{i}]"))) : faults;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(name => name.GetString()!);

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
