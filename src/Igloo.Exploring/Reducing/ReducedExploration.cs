using System.Collections.Immutable;

namespace Igloo.Exploring.Reducing;

/// <summary>
/// What a search of a reduced state space has found. All counts are of the reduced graph. Where it was not cut, deadlocks, invariants, lemmas and goals have the
/// verdict of the whole one; runs are runs of the model, but not always shortest ones.
/// </summary>
/// <param name="Subject">The instance.</param>
/// <param name="Applied">How the space was reduced.</param>
/// <param name="SymmetricSorts">The sorts whose elements were taken to be alike, after the check; none without reduction by symmetry.</param>
/// <param name="States">The number of states visited; of those that differ by a permutation one.</param>
/// <param name="Generated">Initial states, and one for each pair of state and event that was followed.</param>
/// <param name="Postponed">The number of pairs of state and enabled event that were not followed there.</param>
/// <param name="Depth">The number of breadth-first levels of the reduced graph.</param>
/// <param name="Completeness">Whether all of the reduced graph was visited.</param>
/// <param name="Violations">For each property that fails a run.</param>
/// <param name="Goals">The goals of the model.</param>
/// <param name="Deadlock">A run to a state that enables no event and is not declared terminal; null where none was found or looked for.</param>
/// <param name="NotDecided">Properties that the reduction does not keep: those of steps and traces under partial-order reduction, and all that ask for the past.</param>
/// <param name="Elapsed">The time taken.</param>
/// <remarks>That computing a next state or a property throws is noticed in the states that are visited only.</remarks>
public sealed record ReducedExploration(
    string Subject,
    Reductions Applied,
    ImmutableArray<Type> SymmetricSorts,
    int States,
    long Generated,
    long Postponed,
    int Depth,
    Completeness Completeness,
    ImmutableArray<Violation> Violations,
    ImmutableArray<Goal> Goals,
    Run? Deadlock,
    ImmutableArray<ModelProperty> NotDecided,
    TimeSpan Elapsed)
{
    /// <summary>Parameters of events, and quantified ones of properties, of which only some values were tried, and why; the search is not complete then.</summary>
    public ImmutableArray<UnboundedParameter> Unbounded { get; init; } = [];

    /// <summary>Whether all of the reduced graph was visited.</summary>
    public bool IsComplete => Completeness == Completeness.Complete;

    /// <summary>Whether the search was complete, found no violation, and left no property undecided.</summary>
    public bool Holds => IsComplete && Violations.IsEmpty && NotDecided.IsEmpty;

    /// <summary>One line: what was reduced, counts, what failed, what is open.</summary>
    public override string ToString()
    {
        var how = Applied switch
        {
            Reductions.Symmetry => $"reduced by symmetry of {Sorts}",
            Reductions.PartialOrder => "reduced by partial order",
            Reductions.Both => $"reduced by partial order and symmetry of {Sorts}",
            _ => "not reduced",
        };
        var parts = new List<string>
        {
            $"{Subject}: {how}, {(IsComplete ? "complete" : "INCOMPLETE")}, of the reduced graph {States:N0} states, {Generated:N0} generated, depth {Depth}; {Postponed:N0} enabled events postponed",
        };
        parts.AddRange(Goals.Select(g => g.IsReached ? $"goal {g.Property.Name} reached after {g.Witness!.Length}" : $"goal {g.Property.Name} NOT reached{(IsComplete ? "" : " so far")}"));
        parts.AddRange(Violations.Select(v => $"{v.Name} VIOLATED after {v.Run.Length}"));
        if (Deadlock is { } deadlock && Violations.All(v => v.Kind != PropertyKind.Terminal)) parts.Add($"DEADLOCK after {deadlock.Length}");
        parts.AddRange(NotDecided.Select(p => $"{p.Name} NOT DECIDED under this reduction"));
        parts.AddRange(Unbounded.Select(u => u.ToString()));
        return string.Join("; ", parts);
    }

    private string Sorts => string.Join(", ", SymmetricSorts.Select(TypeText.Of));
}
