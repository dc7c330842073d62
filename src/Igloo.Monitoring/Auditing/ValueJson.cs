using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Igloo.IoSpecs;
using Igloo.Values;

namespace Igloo.Monitoring.Auditing;

/// <summary>
/// The values of models as JSON, by their types: records are objects, a value of a closed hierarchy names its <c>case</c>, collections
/// and tuples are arrays, integers are numbers. What is written reads back equal.
/// </summary>
internal static class ValueJson
{
    private const string CaseName = "case";

    public static void Write(Utf8JsonWriter writer, object? value, Type declared)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case string or Enum:
                writer.WriteStringValue(value.ToString());
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case ITuple tuple:
                WriteAll(writer, Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), value.GetType().GetGenericArguments());
                break;
            case IEnumerable elements:
                var element = ElementType(value.GetType());
                WriteAll(writer, elements.Cast<object?>(), Enumerable.Repeat(element, int.MaxValue));
                break;
            default:
                WriteObject(writer, value, declared);
                break;
        }
    }

    public static object? Read(JsonElement json, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (json.ValueKind == JsonValueKind.Null) return null;
        if (type == typeof(bool)) return json.GetBoolean();
        if (type == typeof(string)) return json.GetString();
        if (type.IsEnum) return Enum.Parse(type, json.GetString()!);
        if (type == typeof(BigInteger)) return BigInteger.Parse(json.GetRawText(), CultureInfo.InvariantCulture);
        if (type.IsPrimitive) return Convert.ChangeType(json.GetInt64(), type, CultureInfo.InvariantCulture);
        if (json.ValueKind == JsonValueKind.Array) return ReadArray(json, type);
        return ReadObject(json, type);
    }

    private static void WriteAll(Utf8JsonWriter writer, IEnumerable<object?> values, IEnumerable<Type> types)
    {
        writer.WriteStartArray();
        foreach (var (value, type) in values.Zip(types)) Write(writer, value, type);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, object value, Type declared)
    {
        var type = value.GetType();
        writer.WriteStartObject();
        if (declared.IsAbstract) writer.WriteString(CaseName, type.Name);
        foreach (var parameter in Parameters(type))
        {
            writer.WritePropertyName(parameter.Name!);
            Write(writer, type.GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)!.GetValue(value), parameter.ParameterType);
        }

        writer.WriteEndObject();
    }

    private static object ReadObject(JsonElement json, Type declared)
    {
        var type = declared;
        if (declared.IsAbstract && json.TryGetProperty(CaseName, out var name))
        {
            type = EventCases.Of(declared).FirstOrDefault(c => c.Name == name.GetString())
                ?? throw new FormatException($"{name.GetString()} is no case of {declared.Name}.");
        }

        var arguments = Parameters(type).Select(p => json.TryGetProperty(p.Name!, out var argument)
            ? Read(argument, p.ParameterType)
            : throw new FormatException($"{type.Name} has no value for {p.Name}."));
        return Activator.CreateInstance(type, [.. arguments])!;
    }

    private static object ReadArray(JsonElement json, Type type)
    {
        if (typeof(ITuple).IsAssignableFrom(type))
        {
            return Activator.CreateInstance(type, [.. json.EnumerateArray().Zip(type.GetGenericArguments(), Read)])!;
        }

        var element = ElementType(type);
        var values = json.EnumerateArray().Select(e => Read(e, element)).ToArray();
        var empty = type.GetProperty("Empty")?.GetValue(null) ?? throw new FormatException($"{type} cannot be read from JSON.");
        var isMap = type.GetGenericTypeDefinition() == typeof(FiniteMap<,>);
        var grow = type.GetMethods().First(m => m.Name == (isMap ? "Set" : type.GetGenericTypeDefinition() == typeof(Seq<>) ? "Append" : "Add") && m.GetParameters().Length == (isMap ? 2 : 1));
        return values.Aggregate(empty, (collection, value) => grow.Invoke(collection, isMap ? [Part(value, "Key"), Part(value, "Value")] : [value])!);
    }

    private static object? Part(object? pair, string name) => pair!.GetType().GetProperty(name)!.GetValue(pair);

    private static Type ElementType(Type collection) =>
        collection.GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];

    private static ParameterInfo[] Parameters(Type type)
    {
        var constructors = type.GetConstructors();
        return constructors.Length == 0 ? [] : constructors.MaxBy(c => c.GetParameters().Length)!.GetParameters();
    }
}
