using System.Collections;
using System.Numerics;
using System.Reflection;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Monitoring.Permissions;

/// <summary>
/// Makes well-typed samples of inputs out of types: what an operation is asked for before its input is known.
/// </summary>
internal static class InputSamples
{
    private const int Deepest = 8;

    /// <summary>An event of the case with default outputs and sample inputs, or null where none can be made from the types.</summary>
    public static object? Of(Type caseType)
    {
        var constructor = caseType.Kept().GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return Constructed(constructor, Deepest);
    }

    /// <summary>The event with its inputs replaced by those of the sample.</summary>
    public static TEvent WithInputsOf<TEvent>(EventSignature signature, TEvent e, TEvent sample)
        where TEvent : class
    {
        var arguments = signature.Parameters.Select(p => p.Property.GetValue(p.IsInput ? sample : e)).ToArray();
        return (TEvent)Activator.CreateInstance(signature.CaseType.Kept(), arguments)!;
    }

    private static object? Value(Type type, int depth)
    {
        if (depth == 0) return null;
        if (type == typeof(string)) return "";
        if (type == typeof(BigInteger)) return BigInteger.Zero;
        if (type.IsValueType) return Activator.CreateInstance(type.Kept());
        if (type.Kept().GetProperty("Empty", BindingFlags.Public | BindingFlags.Static) is { } empty && empty.PropertyType == type) return empty.GetValue(null);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Map<,>))
        {
            var value = Value(type.GetGenericArguments()[1], depth - 1);
            return value is null ? null : type.Kept().GetMethod("Constant")!.Invoke(null, [value]);
        }

        if (typeof(IEnumerable).IsAssignableFrom(type)) return null;
        return EventCases.Of(type).Select(c => Constructed(c, depth - 1)).FirstOrDefault(v => v is not null);
    }

    private static object? Constructed(Type record, int depth)
    {
        if (record.IsAbstract || record.Kept().GetConstructors() is not { Length: > 0 } constructors) return null;
        var constructor = constructors.OrderByDescending(c => c.GetParameters().Length).First();
        return Constructed(constructor, depth);
    }

    // A number that may be missing is missing in the sample.
    private static object? Constructed(ConstructorInfo constructor, int depth)
    {
        var parameters = constructor.GetParameters();
        var arguments = parameters.Select(p => Value(p.ParameterType, depth)).ToArray();
        var isMissing = parameters.Zip(arguments).Any(p => p.Second is null && Nullable.GetUnderlyingType(p.First.ParameterType) is null);
        return isMissing ? null : constructor.Invoke(arguments);
    }
}
