namespace Igloo.Proving.Counterexamples;

/// <summary>An instance in which the violation was looked for and not found.</summary>
/// <param name="Instance">The instance: <c>Ring(3)</c>, <c>this world</c>.</param>
/// <param name="States">The number of states visited.</param>
/// <param name="IsComplete">Whether these are all reachable ones.</param>
public sealed record ExploredInstance(string Instance, int States, bool IsComplete)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Instance}: {States:N0} states, {(IsComplete ? "complete" : "INCOMPLETE")}";
}
