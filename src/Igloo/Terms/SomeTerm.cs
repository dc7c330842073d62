namespace Igloo.Terms;

/// <summary>A present value of an optional type.</summary>
/// <param name="value">The value.</param>
/// <param name="type">An <see cref="Option{T}"/> of the type of the value.</param>
public sealed class SomeTerm(Term value, Type type) : Term(type)
{
    /// <summary>The value.</summary>
    public Term Value { get; } = value;
}
