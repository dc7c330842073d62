namespace Igloo.Terms;

/// <summary>A choice: <c>if</c>, <c>?:</c>, an arm of a switch. Only the chosen side is evaluated.</summary>
/// <param name="test">The condition.</param>
/// <param name="then">The value where it holds.</param>
/// <param name="otherwise">The value where it does not.</param>
/// <param name="type">The type of both sides.</param>
public sealed class ConditionalTerm(Term test, Term then, Term otherwise, Type type) : Term(type)
{
    /// <summary>The condition.</summary>
    public Term Test { get; } = test;

    /// <summary>The value where it holds.</summary>
    public Term Then { get; } = then;

    /// <summary>The value where it does not.</summary>
    public Term Otherwise { get; } = otherwise;
}
