using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using Igloo.IoSpecs;
using Igloo.Trimming;

namespace Igloo.Monitoring.Auditing;

/// <summary>Reads values of models back from what <see cref="ValueJson"/> writes.</summary>
internal static class ValueJsonReader
{
    /// <summary>Whether a log hides the value.</summary>
    public static bool IsHidden(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(ValueJson.RedactedName, out var hidden) && hidden.ValueKind == JsonValueKind.True;

    /// <param name="json">The value.</param>
    /// <param name="declared">Its type.</param>
    /// <param name="hidden">What to read for a hidden value of a type; by default it is an error.</param>
    /// <exception cref="FormatException">It is no value of the type.</exception>
    /// <exception cref="InvalidOperationException">A part of it is of another kind.</exception>
    /// <exception cref="KeyNotFoundException">A part of it is missing.</exception>
    public static object? Read(JsonElement json, Type declared, Func<Type, object?>? hidden = null)
    {
        try
        {
            return ReadValue(json, declared, hidden);
        }
        catch (Exception failure) when (failure is TargetInvocationException or OverflowException or ArgumentException)
        {
            throw new FormatException($"{declared.Name}: {(failure.InnerException ?? failure).Message}", failure);
        }
    }

    private static object? ReadValue(JsonElement json, Type declared, Func<Type, object?>? hidden)
    {
        if (json.ValueKind == JsonValueKind.Object && IsHidden(json)) return hidden is null ? throw new FormatException("a value is redacted.") : hidden(declared);
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (json.ValueKind == JsonValueKind.Null) return declared.IsValueType && type == declared ? throw new FormatException($"A {type.Name} is null.") : null;
        if (type == typeof(bool)) return json.GetBoolean();
        if (type == typeof(string)) return json.GetString();
        if (type.IsEnum) return Enum.Parse(type, json.GetString()!);
        if (type == typeof(BigInteger)) return BigInteger.Parse(json.GetRawText(), CultureInfo.InvariantCulture);
        if (type == typeof(int)) return json.GetInt32();
        if (type == typeof(ulong)) return json.GetUInt64();
        if (type.IsPrimitive) return Convert.ChangeType(json.GetInt64(), type, CultureInfo.InvariantCulture);
        if (json.ValueKind == JsonValueKind.Array) return CollectionJson.ReadArray(json, type, hidden);
        return CollectionJson.IsTotalMap(type) ? CollectionJson.ReadTotalMap(json, type, hidden) : ReadObject(json, type, hidden);
    }

    private static object ReadObject(JsonElement json, Type declared, Func<Type, object?>? hidden)
    {
        var type = declared;
        if (declared.IsAbstract && json.TryGetProperty(ValueJson.CaseName, out var name))
        {
            type = EventCases.Of(declared).FirstOrDefault(c => c.Name == name.GetString())
                ?? throw new FormatException($"{name.GetString()} is no case of {declared.Name}.");
        }

        if (type.IsAbstract) throw new FormatException($"A {type.Name} names no case.");
        if (type.IsAssignableTo(typeof(System.Collections.IEnumerable))) throw new FormatException($"A {type.Name} is no array.");
        var arguments = JsonShape.Parameters(type).Select(p => json.TryGetProperty(p.Name!, out var argument)
            ? Read(argument, p.ParameterType, hidden)
            : throw new FormatException($"{type.Name} has no value for {p.Name}."));
        return Activator.CreateInstance(type.Kept(), [.. arguments])!;
    }
}
