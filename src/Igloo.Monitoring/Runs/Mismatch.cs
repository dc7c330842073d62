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
        var candidates = CandidateValues.From(component).Add(state).Add(attempted).AddBuilt(typeof(TEvent));
        return new LogMismatch
        {
            Event = text,
            Because = because ?? Because(component, state, attempted!),
            Permitted = [.. Permitted(component, state, attempted, candidates).Select(TextOf).Distinct().Take(MostPermitted)],
            Nearest = attempted is null ? "" : new NearestPermission<TState, TEvent>(component, candidates).Find(state, attempted),
        };
    }

    /// <summary>Adds how the model comes to where the log leaves it, and how it comes to the event.</summary>
    /// <param name="mismatch">The mismatch.</param>
    /// <param name="component">The component.</param>
    /// <param name="log">The states in which the log begins, the trace from one of them, and the state where it ends.</param>
    /// <param name="attempted">The event, if it is one.</param>
    public static LogMismatch WithTraces<TState, TEvent>(
        this LogMismatch mismatch, Component<TState, TEvent> component, (IReadOnlyCollection<TState> Starts, TState Start, ImmutableArray<TEvent> Trace, TState End) log, TEvent? attempted)
        where TState : class
        where TEvent : class
    {
        var candidates = CandidateValues.From(component).Add(log.End).Add(attempted);
        TEvent[] events = [.. log.Trace.Distinct().Take(100).Concat(EventCases.Of(typeof(TEvent)).SelectMany(c => EnabledEvents.Instances(c, candidates)).Cast<TEvent>()).Distinct()];
        var search = new ShortestTrace<TState, TEvent>(component.Step, events);
        var reached = search.ToState(log.Starts, log.End).Events;
        var toEvent = attempted is null ? null : search.ToEvent(log.Starts, [attempted]);
        return mismatch with
        {
            Reached = [.. (reached ?? new ReducedTrace<TState, TEvent>(component.Step).Of(log.Start, log.Trace)).Select(e => EventText.Short(e))],
            IsReachedShortest = reached is not null,
            ShortestTrace = [.. (toEvent?.Events ?? []).Select(e => EventText.Short(e))],
            IsImpossible = toEvent is { Events: null, IsComplete: true },
        };
    }

    /// <summary>What a component may do in a state, over some values, the case of an event first.</summary>
    public static IEnumerable<TEvent> Permitted<TState, TEvent>(Component<TState, TEvent> component, TState state, TEvent? like, CandidateValues candidates)
        where TState : class
        where TEvent : class
    {
        var first = like?.GetType();
        return EventCases.Of(typeof(TEvent)).OrderBy(c => c == first ? 0 : 1).SelectMany(c => EnabledEvents.Of(component, state, c, candidates));
    }

    /// <summary>An event with its outputs; a guard does not read inputs, so every other one is permitted as well.</summary>
    public static string TextOf(object e)
    {
        var signature = EventSignature.Of(e.GetType());
        if (!signature.Parameters.Any(p => p.IsInput)) return EventText.Short(e);
        return $"{e.GetType().Name}({string.Join(", ", signature.Parameters.Select(p => p.IsInput ? "_" : ValueText.Of(p.Property.GetValue(e))))})";
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
