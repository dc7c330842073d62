using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>What a search of one instance has found.</summary>
/// <param name="Subject">The instance: <c>RingProtocol on Ring(3)</c>.</param>
/// <param name="States">The number of different states visited.</param>
/// <param name="Generated">Initial states, and one for each enabled pair of state and event, self-loops counted.</param>
/// <param name="Depth">The number of breadth-first levels, the initial states being the first.</param>
/// <param name="Completeness">Whether everything reachable was visited.</param>
/// <param name="Violations">For each property that fails a shortest run.</param>
/// <param name="Goals">The goals of the model.</param>
/// <param name="Events">Every case of the event hierarchy with the number of its occurrences.</param>
/// <param name="Configurations">The number of different pairs of state and past visited for properties that ask for the past; 0 where none does.</param>
/// <param name="Elapsed">The time taken.</param>
public sealed record Exploration(
    string Subject,
    int States,
    long Generated,
    int Depth,
    Completeness Completeness,
    ImmutableArray<Violation> Violations,
    ImmutableArray<Goal> Goals,
    ImmutableArray<EventCount> Events,
    int Configurations,
    TimeSpan Elapsed)
{
    /// <summary>A shortest run to a state that enables no event and is not declared terminal; null where none was found or looked for.</summary>
    public Run? Deadlock { get; init; }

    /// <summary>
    /// The probability that two different states were taken for one, so that something reachable may not have been visited; null where
    /// full states were stored.
    /// </summary>
    public double? CollisionOdds { get; init; }

    /// <summary>Which engine explored, and why.</summary>
    public EngineUse Engine { get; init; } = new(ExplorationEngine.Reference, "asked for");

    /// <summary>Fields that seem to grow without bound, where the search was cut.</summary>
    public ImmutableArray<GrowingField> GrowingFields { get; init; } = [];

    /// <summary>Parameters of events, and quantified ones of properties, of which only some values were tried, and why; the search is not complete then.</summary>
    public ImmutableArray<UnboundedParameter> Unbounded { get; init; } = [];

    /// <summary>Whether everything reachable was visited.</summary>
    public bool IsComplete => Completeness == Completeness.Complete;

    /// <summary>Whether the search was complete and found no violation. Goals and events are asked for separately: they may need a larger instance.</summary>
    public bool Holds => IsComplete && Violations.IsEmpty;

    /// <summary>The kinds of events that no visited state enables. A statement about the instance only if the search was complete.</summary>
    public IEnumerable<EventCount> NeverEnabled => Events.Where(e => e.Count == 0);

    /// <summary>One line: subject, counts, what occurred, what failed.</summary>
    public override string ToString()
    {
        var completeness = Completeness switch
        {
            Completeness.Complete => "complete",
            Completeness.CutByStates => "INCOMPLETE: limit on states",
            Completeness.CutByDepth => "INCOMPLETE: limit on depth",
            Completeness.CutByMemory => "INCOMPLETE: limit on memory",
            Completeness.Cancelled => "INCOMPLETE: cancelled",
            Completeness.StoppedByFault => "INCOMPLETE: the model failed",
            Completeness.CutByValues => "INCOMPLETE: not all values of parameters were tried",
            _ => "INCOMPLETE: stopped",
        };
        var parts = new List<string>
        {
            $"{Subject}: {completeness}, {States:N0} states, {Generated:N0} generated, depth {Depth}",
            Events.All(e => e.Count > 0) ? $"{string.Join(", ", Events.Select(e => e.Name))} occur" : $"{(IsComplete ? "never enabled" : "not seen so far")}: {string.Join(", ", NeverEnabled.Select(e => e.Name))}",
        };
        parts.AddRange(Goals.Select(g => g.IsReached ? $"goal {g.Property.Name} reached after {g.Witness!.Length}" : $"goal {g.Property.Name} NOT reached{(IsComplete ? "" : " so far")}"));
        parts.AddRange(Violations.Select(v => $"{v.Name} VIOLATED after {v.Run.Length}"));
        if (Deadlock is { } deadlock && Violations.All(v => v.Kind != PropertyKind.Terminal)) parts.Add($"DEADLOCK after {deadlock.Length}");
        if (CollisionOdds is { } odds) parts.Add($"fingerprints: a state was missed with probability {odds:0.0e+0}");
        if (!GrowingFields.IsEmpty) parts.Add($"seems to grow without end: {string.Join(", ", GrowingFields)}");
        parts.AddRange(Unbounded.Select(u => u.ToString()));
        return string.Join("; ", parts);
    }
}
