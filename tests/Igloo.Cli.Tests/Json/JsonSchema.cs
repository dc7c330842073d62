using System.Text.Json;
using System.Text.RegularExpressions;

namespace Igloo.Cli.Tests.Json;

/// <summary>The part of JSON Schema that our schemas use; anything else in a schema is an error, so that nothing is passed over.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Known =
        ["$schema", "$defs", "title", "type", "required", "properties", "additionalProperties", "items", "enum", "const", "pattern", "$ref"];

    public IEnumerable<string> Errors(JsonElement value) => Errors(root, value, "$");

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string path)
    {
        foreach (var unknown in schema.EnumerateObject().Where(p => !Known.Contains(p.Name)))
        {
            yield return $"{path}: the schema uses '{unknown.Name}'";
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            foreach (var error in Errors(root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path))
            {
                yield return error;
            }
        }

        if (schema.TryGetProperty("type", out var type) && !TypesOf(type).Any(t => Is(t, value)))
        {
            yield return $"{path}: {value.ValueKind} is not {type}";
        }

        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            yield return $"{path}: {value} is not {constant}";
        }

        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => JsonElement.DeepEquals(c, value)))
        {
            yield return $"{path}: {value} is none of {choices}";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
        {
            yield return $"{path}: {value} does not match {pattern}";
        }

        foreach (var error in value.ValueKind switch
        {
            JsonValueKind.Object => ObjectErrors(schema, value, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((v, i) => Errors(items, v, $"{path}[{i}]")),
            _ => [],
        })
        {
            yield return error;
        }
    }

    // Members that the schema does not know are errors here: our own documents have none.
    private IEnumerable<string> ObjectErrors(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
            {
                yield return $"{path}: {name} is missing";
            }
        }

        var isMap = schema.TryGetProperty("additionalProperties", out var additional);
        var hasProperties = schema.TryGetProperty("properties", out var properties);
        foreach (var member in value.EnumerateObject())
        {
            JsonElement? memberSchema = hasProperties && properties.TryGetProperty(member.Name, out var own) ? own : isMap ? additional : null;
            if (memberSchema is null && (hasProperties || isMap))
            {
                yield return $"{path}: {member.Name} is not in the schema";
            }
            else if (memberSchema is { } found)
            {
                foreach (var error in Errors(found, member.Value, $"{path}.{member.Name}"))
                {
                    yield return error;
                }
            }
        }
    }

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };
}
