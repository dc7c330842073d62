using System.Numerics;

namespace Igloo.Terms.Evaluation;

/// <summary>Integers of all types as mathematical ones, and back with the check that C# makes.</summary>
internal static class IntegerValue
{
    public static BigInteger Of(object value) => value switch
    {
        int i => i,
        long l => l,
        BigInteger big => big,
        _ => throw new ArgumentException($"{value} is no integer of terms.", nameof(value)),
    };

    /// <exception cref="OverflowException">The value does not fit, as in checked C#.</exception>
    public static object As(BigInteger value, Type type)
    {
        // Not one conditional expression: its type would be BigInteger for all.
        if (type == typeof(int)) return checked((int)value);
        if (type == typeof(long)) return checked((long)value);
        return value;
    }
}
