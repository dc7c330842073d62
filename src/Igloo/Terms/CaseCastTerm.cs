namespace Igloo.Terms;

/// <summary>A value of a closed hierarchy seen as the given case. Defined only where <see cref="CaseTestTerm"/> holds. Also the widening of a case to its hierarchy, which is always defined.</summary>
/// <param name="target">The value.</param>
/// <param name="type">The case, or the hierarchy.</param>
public sealed class CaseCastTerm(Term target, Type type) : Term(type)
{
    /// <summary>The value.</summary>
    public Term Target { get; } = target;
}
