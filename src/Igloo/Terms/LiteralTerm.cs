namespace Igloo.Terms;

/// <summary>A constant: a bool, an integer (int, long or BigInteger), an enum constant or a string.</summary>
/// <param name="value">The boxed value, of exactly <see cref="Term.Type"/>.</param>
/// <param name="type">Its type.</param>
public sealed class LiteralTerm(object value, Type type) : Term(type)
{
    /// <summary>The boxed value.</summary>
    public object Value { get; } = value;
}
