namespace Igloo.Theories;

/// <summary>
/// Marks a class that implements theories and has a public constructor with one <c>int</c> parameter, the size, as a family of
/// finite instances to explore, to test and to compare counterexamples with.
/// </summary>
/// <param name="from">The smallest size, at least 1.</param>
/// <param name="to">The largest size.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InstancesAttribute(int from, int to) : Attribute
{
    /// <summary>The smallest size.</summary>
    public int From { get; } = from;

    /// <summary>The largest size.</summary>
    public int To { get; } = to;
}
