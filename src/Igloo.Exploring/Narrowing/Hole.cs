using System.Numerics;

namespace Igloo.Exploring.Narrowing;

/// <summary>A part of an event that is not known yet: a logic variable. Bound and freed by a <see cref="Trail"/> only.</summary>
/// <param name="type">The type in terms: optional values have an option type.</param>
/// <param name="place">The parameter, for messages: <c>Accept.Id</c>.</param>
/// <param name="excluded">What it is not, where no list has its value.</param>
internal sealed class Hole(Type type, string place, IReadOnlySet<object?>? excluded = null)
{
    public Type Type { get; } = type;

    public string Place { get; } = place;

    /// <summary>What is known of it now.</summary>
    public Knowledge Knowledge { get; set; } = new(Excluded: excluded);

    public bool IsBound => Knowledge.IsBound;

    public object? Value => Knowledge.Value;

    public BigInteger? Least => Knowledge.Least;

    public BigInteger? Greatest => Knowledge.Greatest;

    public IReadOnlySet<object?>? Excluded => Knowledge.Excluded;

    /// <summary>What a value stands for after all bindings.</summary>
    public static object? Follow(object? value)
    {
        while (value is Hole { IsBound: true } hole) value = hole.Value;
        return value;
    }
}
