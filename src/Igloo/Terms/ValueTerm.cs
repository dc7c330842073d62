namespace Igloo.Terms;

/// <summary>The value of an optional value. Defined only where it is present.</summary>
/// <param name="target">The optional value.</param>
/// <param name="type">The type without the option.</param>
public sealed class ValueTerm(Term target, Type type) : Term(type)
{
    /// <summary>The optional value.</summary>
    public Term Target { get; } = target;
}
