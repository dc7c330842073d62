namespace Igloo.Terms;

/// <summary>Whether an optional value is present.</summary>
/// <param name="target">The optional value.</param>
public sealed class HasValueTerm(Term target) : Term(typeof(bool))
{
    /// <summary>The optional value.</summary>
    public Term Target { get; } = target;
}
