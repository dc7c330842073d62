using System.Collections;
using System.Collections.Immutable;

namespace Igloo.Models;

/// <summary>A finite trace: the events of a run in their order, without skip.</summary>
/// <typeparam name="TEvent">The event hierarchy of the system.</typeparam>
/// <remarks>
/// Igloo (OOPSLA 2020), section 2.1.1. Trace sets are closed under adding and removing skip, so the skip-free form stands for all.
/// </remarks>
public sealed class Trace<TEvent> : IReadOnlyList<TEvent>, IEquatable<Trace<TEvent>>
    where TEvent : class
{
    private readonly ImmutableList<TEvent> events;

    private Trace(ImmutableList<TEvent> events) => this.events = events;

    /// <summary>The empty trace.</summary>
    public static Trace<TEvent> Empty { get; } = new(ImmutableList<TEvent>.Empty);

    /// <inheritdoc/>
    public int Count => events.Count;

    /// <inheritdoc/>
    public TEvent this[int index] => events[index];

    /// <summary>The trace of the given events.</summary>
    /// <param name="events">The events in their order.</param>
    public static Trace<TEvent> Of(IEnumerable<TEvent> events) => new([.. events]);

    /// <summary>The trace with one more event at the end.</summary>
    /// <param name="e">The event.</param>
    public Trace<TEvent> Append(TEvent e) => new(events.Add(e));

    /// <summary>The set of its events.</summary>
    public Past<TEvent> ToPast() => events.Aggregate(Past<TEvent>.Empty, (past, e) => past.Add(e));

    /// <summary>The image under a mediator, with events that map to skip left out.</summary>
    /// <typeparam name="TAbstract">The events of the abstract system.</typeparam>
    /// <param name="mediate">The mediator π; null is skip.</param>
    public Trace<TAbstract> Mediated<TAbstract>(Func<TEvent, TAbstract?> mediate)
        where TAbstract : class =>
        Trace<TAbstract>.Of(events.Select(mediate).OfType<TAbstract>());

    /// <summary>Whether this is a trace of a system from its initial state.</summary>
    /// <typeparam name="TState">The states of the system.</typeparam>
    /// <param name="system">The system.</param>
    public bool IsTraceOf<TState>(EventSystem<TState, TEvent> system)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(system);
        TState? state = system.Initial;
        foreach (var e in events)
        {
            state = system.Next(state, e);
            if (state is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Trace<TEvent>? other) => other is not null && events.SequenceEqual(other.events);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Trace<TEvent>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var e in events)
        {
            hash.Add(e);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', events);

    /// <inheritdoc/>
    public IEnumerator<TEvent> GetEnumerator() => events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
