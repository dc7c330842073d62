using Igloo.Terms;

namespace Igloo.Exploring.Simulating;

/// <summary>How often a condition of <c>Next</c> held: a conjunct of a guard, or the test of a branch.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Text">Its text.</param>
/// <param name="True">How often it held when it was evaluated.</param>
/// <param name="False">How often it did not.</param>
public sealed record ConditionCoverage(SourceSpan? Source, string Text, long True, long False)
{
    /// <summary>Whether it was seen to hold and to fail.</summary>
    public bool IsCovered => True > 0 && False > 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Source} {Text} {(True + False == 0 ? "never evaluated" : True == 0 ? $"never held ({False:N0} times false)" : False == 0 ? $"always held ({True:N0} times)" : $"{True:N0} true, {False:N0} false")}";
}
