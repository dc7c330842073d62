using Igloo.Components;

namespace Igloo.Monitoring.Automatic;

/// <summary>
/// Checks on an instance what <see cref="HiddenSteps.Eager"/> demands of hidden events: that they end, whatever their order in one and the same
/// state, and that no other event is lost by running them first.
/// </summary>
/// <remarks>Meant for a test beside the model. Where it does not hold, <see cref="HiddenSteps.Complete"/> is exact and needs none of it.</remarks>
public static class AutomaticCheck
{
    /// <summary>Explores a component over the values that occur.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="automatic">Its hidden events in a state, over-approximated; as in the monitor's options.</param>
    /// <param name="mostStates">Where the search is cut.</param>
    public static AutomaticVerdict Of<TState, TEvent>(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>> automatic, int mostStates = 10_000)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        ArgumentNullException.ThrowIfNull(automatic);
        return new AutomaticSearch<TState, TEvent>(component, automatic, mostStates).Run();
    }
}
