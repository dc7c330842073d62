using System.Collections.Immutable;

namespace Igloo.Viewing.Traces;

/// <summary>One step of a trace, as text.</summary>
/// <param name="Event">The event: <c>Accept(1, 0)</c>.</param>
/// <param name="Lanes">Who takes part in it, the one that acts or gives first.</param>
/// <param name="Changes">What it changed, by the innermost fields that differ.</param>
/// <param name="State">The state after it.</param>
public sealed record TraceStep(string Event, ImmutableArray<string> Lanes, ImmutableArray<Difference> Changes, ImmutableArray<TraceField> State)
{
    /// <summary>Same event, participants, changes and state.</summary>
    /// <param name="other">The other step.</param>
    public bool Equals(TraceStep? other) =>
        other is not null && Event == other.Event && Lanes.SequenceEqual(other.Lanes) && Changes.SequenceEqual(other.Changes) && State.SequenceEqual(other.State);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Event, Lanes.Length, State.Length);
}
