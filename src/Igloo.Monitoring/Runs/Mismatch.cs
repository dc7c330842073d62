using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Explaining;
using Igloo.Values;

namespace Igloo.Monitoring.Runs;

/// <summary>Describes an event of a log that a component's model does not have.</summary>
internal static class Mismatch
{
    private const int MostPermitted = 20;

    /// <param name="component">The component.</param>
    /// <param name="state">A state that the log allows before the event.</param>
    /// <param name="text">The event with its place in the log.</param>
    /// <param name="attempted">The event, if it is one.</param>
    /// <param name="because">The reason, where it is no guard.</param>
    public static LogMismatch Of<TState, TEvent>(Component<TState, TEvent> component, TState state, string text, TEvent? attempted, string? because)
        where TState : class
        where TEvent : class
    {
        var candidates = CandidateValues.From(component).Add(state).Add(attempted);
        var first = attempted?.GetType();
        ImmutableArray<string> permitted =
        [
            .. EventCases.Of(typeof(TEvent)).OrderBy(c => c == first ? 0 : 1)
                .SelectMany(c => EnabledEvents.Of(component, state, c, candidates)).Take(MostPermitted).Select(e => EventText.Short(e)),
        ];
        return new LogMismatch
        {
            Event = text,
            Because = because ?? Because(component, state, attempted!),
            Permitted = permitted,
            Nearest = attempted is null ? "" : new NearestPermission<TState, TEvent>(component, candidates).Find(state, attempted),
            ShortestTrace = attempted is null ? [] : Shortest(component, attempted, candidates),
        };
    }

    private static ImmutableArray<string> Shortest<TState, TEvent>(Component<TState, TEvent> component, TEvent attempted, CandidateValues candidates)
        where TState : class
        where TEvent : class
    {
        TEvent[] events = [.. EventCases.Of(typeof(TEvent)).SelectMany(c => EnabledEvents.Instances(c, candidates)).Cast<TEvent>()];
        return [.. new ShortestTrace<TState, TEvent>(component.Step, events).To(component.Initial, [attempted]).Select(e => EventText.Short(e))];
    }

    private static string Because<TState, TEvent>(Component<TState, TEvent> component, TState state, TEvent attempted)
        where TState : class
        where TEvent : class
    {
        if (!Component<TState, TEvent>.IsWellTyped(attempted)) return "its input is not in Ty of its operation";
        return GuardExplanation.Of(component, state, attempted, _ => "") is { Length: > 0 } explanation
            ? explanation
            : $"{component.GetType().Name}.Next does not enable it in {ValueText.Of(state)}";
    }
}
