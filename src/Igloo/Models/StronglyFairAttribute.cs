namespace Igloo.Models;

/// <summary>
/// Assumes strong fairness, SF of TLA+: what is enabled again and again, even if not all the time, happens again and again.
/// </summary>
/// <remarks>
/// Stronger than <see cref="WeaklyFairAttribute"/>, which says what it may be declared on, what is told apart by <see cref="Per"/>, and what
/// counts as a step.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StronglyFairAttribute : Attribute
{
    /// <summary>The parameters that are distinguished, as in <see cref="WeaklyFairAttribute.Per"/>.</summary>
    public string[]? Per { get; init; }
}
