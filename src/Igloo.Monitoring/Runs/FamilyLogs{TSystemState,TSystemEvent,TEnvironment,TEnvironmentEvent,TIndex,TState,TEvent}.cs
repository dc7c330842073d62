using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Models;
using Igloo.Monitoring.Explaining;
using Igloo.Values;

namespace Igloo.Monitoring.Runs;

/// <summary>The logs of one family of components, seen from the composed model that it is part of.</summary>
internal sealed class FamilyLogs<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>
    where TSystemState : class
    where TSystemEvent : class
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    private readonly Dictionary<(TIndex, TEvent), ImmutableArray<TSystemEvent>> explanations = [];
    private readonly Dictionary<TIndex, CandidateValues> parameters = [];

    public required EventSystem<TEnvironment, TEnvironmentEvent> Environment { get; init; }

    public required Func<TIndex, Component<TState, TEvent>> Component { get; init; }

    public required Func<TSystemState, TIndex, TState> LocalState { get; init; }

    public required Func<TSystemState, TEnvironment> EnvironmentState { get; init; }

    public required Func<TIndex, TEvent, TSystemEvent> Internal { get; init; }

    public required Func<TEnvironmentEvent, TSystemEvent> Joint { get; init; }

    public required Func<TEnvironmentEvent, TIndex, TEvent, bool> IsPartner { get; init; }

    public required Func<TIndex, TEvent, IEnumerable<TEnvironmentEvent>>? Partners { get; init; }

    public ImmutableArray<ImmutableArray<ComposedStep<TSystemState, TSystemEvent>>> Of(IEnumerable<RecordedEvent<TIndex, TEvent>> run) =>
        [.. run.GroupBy(e => e.Component).Select(log => log.Select(Step).ToImmutableArray())];

    private ComposedStep<TSystemState, TSystemEvent> Step(RecordedEvent<TIndex, TEvent> recorded) =>
        new(recorded.At, recorded.IsCertain, Explanations(recorded.Component, recorded.Event), recorded.ToString, state => Why(state, recorded));

    // The environment's parameters come from the component's own: its index, and the values of the event.
    private ImmutableArray<TSystemEvent> Explanations(TIndex index, TEvent e)
    {
        if (explanations.TryGetValue((index, e), out var known)) return known;
        return explanations[(index, e)] = Component<TState, TEvent>.IsInternal(e)
            ? [Internal(index, e)]
            : [.. (Partners?.Invoke(index, e) ?? Candidates(index, e)).Where(own => IsPartner(own, index, e)).Select(Joint)];
    }

    private IEnumerable<TEnvironmentEvent> Candidates(TIndex index, TEvent e)
    {
        if (!parameters.TryGetValue(index, out var own)) parameters[index] = own = CandidateValues.From(Component(index)).Add(index);
        var candidates = own.Copy().Add(e);
        return EventCases.Of(typeof(TEnvironmentEvent)).SelectMany(c => EnabledEvents.Instances(c, candidates)).Cast<TEnvironmentEvent>();
    }

    private LogMismatch Why(TSystemState state, RecordedEvent<TIndex, TEvent> recorded)
    {
        var component = Component(recorded.Component);
        var local = LocalState(state, recorded.Component);
        var mismatch = Mismatch.Of(component, local, recorded.ToString(), recorded.Event, because: null);
        if (component.Step(local, recorded.Event) is null) return mismatch with { Because = $"the component's model does not enable it: {mismatch.Because}" };
        return mismatch with { Because = WhyEnvironment(EnvironmentState(state), recorded), Nearest = "" };
    }

    private string WhyEnvironment(TEnvironment state, RecordedEvent<TIndex, TEvent> recorded)
    {
        var partners = (Partners?.Invoke(recorded.Component, recorded.Event) ?? Candidates(recorded.Component, recorded.Event)).Where(e => IsPartner(e, recorded.Component, recorded.Event)).ToArray();
        if (partners.Length == 0) return "no event of the environment has it as its partner";
        var guard = GuardExplanation.Of(Environment, state, partners[0], _ => "");
        return $"the environment does not enable it: {(guard.Length > 0 ? guard : $"{EventText.Short(partners[0])} in {ValueText.Of(state)}")}";
    }
}
