using System.Collections.Immutable;

namespace Igloo.Exploring.Liveness;

/// <summary>The liveness properties of an instance with their verdicts.</summary>
/// <param name="Subject">The instance: <c>Peterson on size 2</c>.</param>
/// <param name="States">The number of different states of the graph that was searched.</param>
/// <param name="Steps">The number of its steps, without those that leave the state as it is.</param>
/// <param name="Completeness">Whether the graph is all that is reachable.</param>
/// <param name="Fairness">The fairness assumptions of the instance; verdicts are about runs that satisfy them all.</param>
/// <param name="Results">The properties, in the order of declaration.</param>
public sealed record LivenessReport(
    string Subject,
    int States,
    long Steps,
    Completeness Completeness,
    ImmutableArray<FairnessAssumption> Fairness,
    ImmutableArray<LivenessResult> Results)
{
    /// <summary>Whether every property holds. Of a system that declares none, that says nothing.</summary>
    public bool Holds => Results.All(r => r.Verdict is LivenessVerdict.Holds);

    /// <summary>The verdict on a property.</summary>
    /// <param name="property">The name of its method.</param>
    /// <exception cref="ArgumentException">The system has no such liveness property.</exception>
    public LivenessVerdict this[string property] =>
        Results.FirstOrDefault(r => r.Property.Name == property)?.Verdict ?? throw new ArgumentException($"{Subject} has no liveness property {property}.", nameof(property));

    /// <summary>Subject and counts, then each property.</summary>
    public override string ToString() => string.Join('\n', Results.Select(r => r.ToString()).Prepend(
        $"{Subject}: {(Completeness == Completeness.Complete ? "complete" : $"INCOMPLETE: {LivenessCheck.Reason(Completeness)}")}, {States:N0} states, {Steps:N0} steps that change the state, {Fairness.Length} fairness assumptions"));
}
