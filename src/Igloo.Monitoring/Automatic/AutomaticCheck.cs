using Igloo.Components;

namespace Igloo.Monitoring.Automatic;

/// <summary>
/// Checks on an instance what automatic events owe: that they end, whatever their order in one and the same state, and that no other event is lost
/// by running them first.
/// </summary>
/// <remarks>
/// Each monitor does it when it starts, up to <see cref="MonitorOptions{TState,TEvent}.MostStatesCheckedAtStart"/>. The proof for all instances and values is
/// among the obligations of the component.
/// </remarks>
public static class AutomaticCheck
{
    /// <summary>Explores a component over the values that occur.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="automatic">Its hidden events in a state, over-approximated; null for those that the model marks automatic.</param>
    /// <param name="mostStates">Where the search is cut: at so many reachable states, or so many that hidden events reach from them.</param>
    public static AutomaticVerdict Of<TState, TEvent>(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>>? automatic = null, int mostStates = 10_000)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        return new AutomaticSearch<TState, TEvent>(component, automatic ?? HiddenEvents.Of(component, null) ?? (_ => []), mostStates).Run();
    }
}
