namespace Igloo.Models;

/// <summary>
/// A guarded event system: immutable states, events as data, and one total function that is both guard and update.
/// </summary>
/// <typeparam name="TState">A sealed record of immutable values.</typeparam>
/// <typeparam name="TEvent">An abstract record whose sealed nested records are the events.</typeparam>
/// <remarks>
/// Igloo (OOPSLA 2020), section 2.1.1: the guard of an event holds where <see cref="Next"/> is not null, and the value is its
/// update. The stuttering event skip is implicit in every system. Derived classes are ordinary C#: tools execute them, and
/// the source generator translates the same source into the terms that proofs are made of.
/// </remarks>
public abstract class EventSystem<TState, TEvent> : EventSystem
    where TState : class
    where TEvent : class
{
    /// <summary>
    /// The single initial state. A system with several declares methods marked <see cref="InitialAttribute"/> instead.
    /// </summary>
    /// <exception cref="NotSupportedException">The system declares several initial states.</exception>
    public virtual TState Initial =>
        throw new NotSupportedException($"{GetType().Name} has no single initial state; enumerate its methods marked [Initial].");

    /// <summary>The state after an event, or null where the event is not enabled.</summary>
    /// <param name="s">The state before.</param>
    /// <param name="e">The event.</param>
    public abstract TState? Next(TState s, TEvent e);

    /// <inheritdoc/>
    public sealed override Type StateType => typeof(TState);

    /// <inheritdoc/>
    public sealed override Type EventType => typeof(TEvent);

    /// <inheritdoc/>
    public sealed override object InitialState => Initial;

    /// <inheritdoc/>
    public override object? NextState(object state, object e) => Next((TState)state, (TEvent)e);
}
