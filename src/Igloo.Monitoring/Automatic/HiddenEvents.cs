using Igloo.Components;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Automatic;

/// <summary>The events of a component that a monitor follows by itself: those that its model marks so.</summary>
internal static class HiddenEvents
{
    /// <summary>The automatic events in a state, over-approximated; null if the model has none.</summary>
    /// <param name="component">The component.</param>
    /// <param name="given">An enumeration by the user; null for all instances over the values that occur.</param>
    public static Func<TState, IEnumerable<TEvent>>? Of<TState, TEvent>(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>>? given)
        where TState : class
        where TEvent : class
    {
        if (given is not null) return state => given(state).Select(Marked);
        Type[] cases = [.. EventCases.Of(typeof(TEvent)).Where(c => EventSignature.Of(c).IsAutomatic)];
        if (cases.Length == 0) return null;
        var parameters = CandidateValues.From(component);
        return state =>
        {
            var candidates = parameters.Copy().Add(state);
            return cases.SelectMany(c => EnabledEvents.Of(component, state, c, candidates));
        };
    }

    // Only what the model marks has obligations; to hide more would be a claim that nobody checks.
    private static TEvent Marked<TEvent>(TEvent e)
        where TEvent : class =>
        EventSignature.Of(e.GetType()).IsAutomatic
            ? e
            : throw new InvalidOperationException($"{EventText.Short(e)} is not automatic in its model; mark the case [Internal(IsAutomatic = true)], so that what it owes is proved, or report it.");
}
