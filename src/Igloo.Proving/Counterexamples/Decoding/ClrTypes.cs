using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Terms;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>C# types and constructors of decoded values.</summary>
internal static class ClrTypes
{
    /// <summary>The C# type of a type of terms: an option is a nullable struct, or the reference type itself.</summary>
    internal static Type Of(Type type)
    {
        if (!type.IsGenericType) return type;
        var arguments = type.GetGenericArguments().Select(Of).ToArray();
        if (type.GetGenericTypeDefinition() != typeof(Option<>)) return type.GetGenericTypeDefinition().MakeGenericType(arguments);
        return arguments[0].IsValueType ? typeof(Nullable<>).MakeGenericType(arguments) : arguments[0];
    }

    /// <summary>The type of the value of an optional type, or the type itself.</summary>
    internal static Type WithoutOption(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>The fields of a record or tuple in the order of its primary constructor; null where the type is neither.</summary>
    internal static IReadOnlyList<(string Name, Type Type, Func<object, object?> Get)>? Fields(Type type)
    {
        if (type.IsValueType && typeof(ITuple).IsAssignableFrom(type))
            return [.. type.GetGenericArguments().Select((t, i) => ($"Item{i + 1}", t, (Func<object, object?>)(v => ((ITuple)v)[i])))];
        if (ConstructorOf(type) is not { } constructor) return null;
        return [.. constructor.GetParameters().Select(p => type.GetProperty(p.Name!)!).Select(p => (p.Name, p.PropertyType, (Func<object, object?>)p.GetValue))];
    }

    /// <summary>The primary constructor of a record or struct; null where there is none.</summary>
    internal static ConstructorInfo? ConstructorOf(Type type) =>
        type.IsAbstract || type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(BigInteger)
            ? null
            : type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(c => c.GetParameters() is var ps && !(ps is [{ ParameterType: var only }] && only == type)
                    && ps.All(p => type.GetProperty(p.Name!) is { } property && property.PropertyType == p.ParameterType))
                .OrderByDescending(c => c.GetParameters().Length)
                .FirstOrDefault();

    /// <summary>An integer as a value of an integer type.</summary>
    /// <exception cref="NotRepresentableException">It does not fit.</exception>
    internal static object Integer(Type type, BigInteger value)
    {
        if (type == typeof(BigInteger)) return value;
        try
        {
            return Type.GetTypeCode(type) switch
            {
                TypeCode.Int32 => (int)value,
                TypeCode.Int64 => (long)value,
                TypeCode.Int16 => (short)value,
                TypeCode.Byte => (byte)value,
                TypeCode.SByte => (sbyte)value,
                TypeCode.UInt16 => (ushort)value,
                TypeCode.UInt32 => (uint)value,
                TypeCode.UInt64 => (ulong)value,
                _ => throw new NotRepresentableException($"{value} is an integer, but {type} is not."),
            };
        }
        catch (OverflowException)
        {
            throw new NotRepresentableException($"{value} does not fit {type.Name}; in proofs integers are unbounded.");
        }
    }

    /// <summary>A value of an integer type as an integer, or null if it is none.</summary>
    internal static BigInteger? Integer(object? value) => value switch
    {
        BigInteger big => big,
        int or long or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        ulong large => large,
        _ => null,
    };

    /// <summary>The element with an index of a carrier.</summary>
    internal static object Element(Type carrier, int index)
    {
        var constructor = carrier.GetConstructors().FirstOrDefault(c => c.GetParameters() is [{ ParameterType: var only }] && Symbolic.Vocabulary.IsInteger(only))
            ?? throw new NotRepresentableException($"{carrier.Name} has no constructor from an index.");
        return constructor.Invoke([Integer(constructor.GetParameters()[0].ParameterType, index)]);
    }
}
