namespace Igloo.Terms;

/// <summary>Whether a value of a closed hierarchy is of the given case.</summary>
/// <param name="target">The value; of the hierarchy, not optional.</param>
/// <param name="caseType">The case.</param>
public sealed class CaseTestTerm(Term target, Type caseType) : Term(typeof(bool))
{
    /// <summary>The value.</summary>
    public Term Target { get; } = target;

    /// <summary>The case.</summary>
    public Type CaseType { get; } = caseType;
}
