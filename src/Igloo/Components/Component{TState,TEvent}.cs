using Igloo.Models;

namespace Igloo.Components;

/// <summary>
/// One component of a distributed system: an I/O-guarded event system, each of whose events is internal or the invocation of one
/// I/O operation.
/// </summary>
/// <typeparam name="TState">The local state.</typeparam>
/// <typeparam name="TEvent">The events; every case carries <see cref="IoAttribute{TOperation}"/> or <see cref="InternalAttribute"/>.</typeparam>
/// <remarks>Igloo (OOPSLA 2020), section 3.6. The primary-constructor parameters are those of the program that implements it.</remarks>
public abstract class Component<TState, TEvent> : EventSystem<TState, TEvent>
    where TState : class
    where TEvent : class
{
    /// <summary>Whether the event is internal.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="InvalidOperationException">The case declares neither I/O nor internal.</exception>
    public static bool IsInternal(TEvent e) => EventSignature.Of(e.GetType()).IsInternal;

    /// <summary>Whether the input of an I/O event lies in Ty of its operation and output. True of internal events.</summary>
    /// <param name="e">The event.</param>
    public static bool IsWellTyped(TEvent e) => EventSignature.Of(e.GetType()).IsWellTyped(e);

    /// <summary>A step of a component: <see cref="EventSystem{TState,TEvent}.Next"/> on well-typed events, null on others.</summary>
    /// <param name="s">The state before.</param>
    /// <param name="e">The event.</param>
    [Model]
    public TState? Step(TState s, TEvent e) => IsWellTyped(e) ? Next(s, e) : null;

    /// <inheritdoc/>
    public sealed override object? NextState(object state, object e) => Step((TState)state, (TEvent)e);
}
