namespace Igloo.Models;

/// <summary>
/// The untyped view of an event system (S, E, →): what tools use that load models by reflection.
/// Models derive from <see cref="EventSystem{TState,TEvent}"/>.
/// </summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.1.1.</remarks>
public abstract class EventSystem
{
    private protected EventSystem()
    {
    }

    /// <summary>The type of states S.</summary>
    public abstract Type StateType { get; }

    /// <summary>The closed hierarchy of events E, without the implicit skip.</summary>
    public abstract Type EventType { get; }

    /// <summary>The step of a run, untyped: <see cref="EventSystem{TState,TEvent}.Next"/>, of components on well-typed events only.</summary>
    /// <param name="state">A state of type <see cref="StateType"/>.</param>
    /// <param name="e">An event of type <see cref="EventType"/>.</param>
    /// <returns>The state after the event, or null where it is not enabled.</returns>
    /// <exception cref="InvalidCastException">An argument has another type.</exception>
    public abstract object? NextState(object state, object e);

    /// <summary>The untyped form of <see cref="EventSystem{TState,TEvent}.Initial"/>.</summary>
    public abstract object InitialState { get; }
}
