namespace Igloo.Components;

/// <summary>Marks an event that no I/O operation performs: a step of the component by itself.</summary>
/// <remarks>
/// <para>Internal events are ghost I/O actions (section 3.6): they move the state of the model, not the wire.</para>
/// <para>
/// An internal event is <em>reported</em> by the program, or <em>automatic</em>: a monitor follows it by itself. Nobody observes an automatic
/// event, so it owes more. Proofs show that automatic events end (<see cref="RankingAttribute"/>), end in one and the same state whatever their
/// order, take no other event away, and are seen by no property of traces that is claimed of the component or above it.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InternalAttribute : Attribute
{
    /// <summary>Whether monitors follow the event by themselves, without a report of the program. Not, by default.</summary>
    public bool IsAutomatic { get; init; }
}
