using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Igloo.Trimming;

namespace Igloo.Monitoring.Auditing;

/// <summary>How values of one record type are written: found out once, so that reflection stays off the path of an event.</summary>
internal sealed class JsonShape
{
    private static readonly ConcurrentDictionary<Type, JsonShape> Known = new();

    private JsonShape(Type type)
    {
        CaseName = JsonEncodedText.Encode(type.Name);
        Fields = [.. JsonShape.Parameters(type).Select(p => new Field(type, p))];
    }

    public JsonEncodedText CaseName { get; }

    public ImmutableArray<Field> Fields { get; }

    public static JsonShape Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    /// <summary>The parameters of the constructor that takes all fields.</summary>
    public static ParameterInfo[] Parameters(Type type)
    {
        var constructors = type.Kept().GetConstructors();
        if (constructors.Length > 0) return constructors.MaxBy(c => c.GetParameters().Length)!.GetParameters();

        // Trimmed, or no record: nothing would be written of it.
        return type.IsValueType && RuntimeHelpers.SizeOf(type.TypeHandle) == 1
            ? []
            : throw new NotSupportedException($"{type} has no public constructor that a log could tell its fields from. In a trimmed program, name it in a ModelTypeAttribute.");
    }

    public sealed class Field
    {
        private readonly MethodInvoker read;

        public Field(Type type, ParameterInfo parameter)
        {
            Name = JsonEncodedText.Encode(parameter.Name!);
            Type = parameter.ParameterType;
            var property = type.Kept().GetProperty(parameter.Name!, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
                ?? throw new NotSupportedException($"{type} has no property for its parameter {parameter.Name}; only positional records can be recorded.");
            read = MethodInvoker.Create(property.GetMethod!);
        }

        public JsonEncodedText Name { get; }

        public Type Type { get; }

        public object? Of(object value) => read.Invoke(value);
    }
}
