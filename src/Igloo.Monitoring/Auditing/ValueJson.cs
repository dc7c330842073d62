using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Monitoring.Auditing;

/// <summary>
/// The values of models as JSON, by their types: records are objects, a value of a closed hierarchy names its <c>case</c>, collections
/// and tuples are arrays, total maps are objects with their default, integers are numbers. What is written reads back equal.
/// </summary>
/// <param name="redact">Replaces values before they are written, or null.</param>
internal sealed class ValueJson(Func<object, object?>? redact = null)
{
    public const string CaseName = "case";
    public const string DefaultName = "default";
    public const string ExceptionsName = "exceptions";
    public const string RedactedName = "redacted";

    public void Write(Utf8JsonWriter writer, object? value, Type declared)
    {
        if (redact is not null && value is not null) value = redact(value);
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case Redacted:
                writer.WriteStartObject();
                writer.WriteBoolean(RedactedName, true);
                writer.WriteEndObject();
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Enum:
                writer.WriteStringValue(value.ToString());
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case sbyte or byte or short or ushort or uint or ulong or BigInteger:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case ITuple tuple:
                WriteAll(writer, Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), value.GetType().GetGenericArguments());
                break;
            case IEnumerable elements:
                WriteAll(writer, elements.Cast<object?>(), Enumerable.Repeat(CollectionJson.ElementType(value.GetType()), int.MaxValue));
                break;
            default:
                WriteObject(writer, value, declared);
                break;
        }
    }

    private void WriteAll(Utf8JsonWriter writer, IEnumerable<object?> values, IEnumerable<Type> types)
    {
        writer.WriteStartArray();
        foreach (var (value, type) in values.Zip(types)) Write(writer, value, type);
        writer.WriteEndArray();
    }

    private void WriteObject(Utf8JsonWriter writer, object value, Type declared)
    {
        var type = value.GetType();
        writer.WriteStartObject();
        if (CollectionJson.IsTotalMap(type))
        {
            WriteTotalMap(writer, value, type);
        }
        else
        {
            var shape = JsonShape.Of(type);
            if (declared.IsAbstract) writer.WriteString(CaseName, shape.CaseName);
            foreach (var field in shape.Fields)
            {
                writer.WritePropertyName(field.Name);
                Write(writer, field.Of(value), field.Type);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteTotalMap(Utf8JsonWriter writer, object map, Type type)
    {
        writer.WritePropertyName(DefaultName);
        Write(writer, type.Kept().GetProperty(nameof(Map<int, int>.Default))!.GetValue(map), type.GetGenericArguments()[1]);
        writer.WritePropertyName(ExceptionsName);
        Write(writer, type.Kept().GetProperty(nameof(Map<int, int>.Exceptions))!.GetValue(map), typeof(object));
    }
}
