using System.Numerics;

namespace Igloo.Exploring.Narrowing;

/// <summary>A part of an event that is not known yet: a logic variable. Bound and freed by a <see cref="Trail"/> only.</summary>
/// <param name="type">The type in terms: optional values have an option type.</param>
/// <param name="place">The parameter, for messages: <c>Accept.Id</c>.</param>
internal sealed class Hole(Type type, string place)
{
    public Type Type { get; } = type;

    public string Place { get; } = place;

    public bool IsBound { get; set; }

    /// <summary>What it is bound to: a value, a <see cref="Construct"/> or another hole.</summary>
    public object? Value { get; set; }

    /// <summary>The least integer that it may be, as far as conditions say.</summary>
    public BigInteger? Least { get; set; }

    /// <summary>The greatest integer that it may be, as far as conditions say.</summary>
    public BigInteger? Greatest { get; set; }

    /// <summary>What a value stands for after all bindings.</summary>
    public static object? Follow(object? value)
    {
        while (value is Hole { IsBound: true } hole) value = hole.Value;
        return value;
    }
}
