using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.Monitoring.Explaining;
using Igloo.Values;

namespace Igloo.Monitoring.Runs;

/// <summary>The logs of one family of components, seen from the composed model that it is part of.</summary>
/// <param name="system">The composed model.</param>
/// <param name="family">The family in it.</param>
internal sealed class FamilyLogs<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
    ComposedSystem<TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent> system, ComponentFamily<TSystemState, TSystemEvent, TEnvironmentEvent, TIndex, TState, TEvent> family)
    where TSystemState : class
    where TSystemEvent : class
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    private const int MostEarlier = 1_000;
    private readonly Dictionary<TIndex, CandidateValues> parameters = [];
    private readonly HiddenClosures<TIndex, TState, TEvent> hidden = new(family.Component, family.Automatic);
    private readonly Explanations<TEnvironmentEvent, TIndex, TEvent> partners = new(system.Patterns, family.Partners, family.IsPartner, i => CandidateValues.From(family.Component(i)).Add(i));

    /// <summary>Why a search that finds nothing proves nothing.</summary>
    public IEnumerable<string> Doubts =>
    [
        .. partners.Incomplete.Count == 0 ? Array.Empty<string>() : [$"what the environment does at {string.Join(", ", partners.Incomplete)} was looked for over the values that occur only; declare the partners"],
        .. hidden.IsCut ? [$"automatic events lead to more than {HiddenClosures<TIndex, TState, TEvent>.MostStates:N0} states, and others were left out"] : Array.Empty<string>(),
        .. Runs.Doubts.OnUntried(hidden.Untried),
    ];

    /// <summary>Adds the values that occur in logs to those of the system; for all families before the logs of any are looked at.</summary>
    public void Note(IEnumerable<RecordedLog<TIndex, TEvent>> logs)
    {
        foreach (var log in logs)
        {
            system.Note([log.Component]);
            system.Note(CandidateValues.From(family.Component(log.Component)).OfType(typeof(object)));
            system.Note(log.Events.Select(e => e.Event).OfType<object>());
            if (log is { BeginsInTheMiddle: true, States: [{ IsHidden: false } first, ..] }) system.Note(first.States(family.Component(log.Component).Initial));
        }
    }

    public IEnumerable<ComposedLog<TSystemState, TSystemEvent>> Of(IEnumerable<RecordedLog<TIndex, TEvent>> logs) => logs.Select(Of);

    /// <summary>Internal events of the components that have logs, over the values that occur.</summary>
    public IEnumerable<TSystemEvent> InternalEvents(IEnumerable<RecordedLog<TIndex, TEvent>> logs) =>
        from log in logs
        from e in EventCases.Of(typeof(TEvent)).Where(c => EventSignature.Of(c).IsInternal).SelectMany(c => EnabledEvents.Instances(c, system.Values))
        select family.Internal(log.Component, (TEvent)e);

    private ComposedLog<TSystemState, TSystemEvent> Of(RecordedLog<TIndex, TEvent> log)
    {
        var component = family.Component(log.Component);
        var first = log.BeginsInTheMiddle ? log.States[0] : null;
        if (first is { IsHidden: true }) throw new InvalidDataException($"{first.Place?.ToString() ?? first.Text}: the log begins with a state that is redacted; it cannot be checked without the files before it.");
        var begins = first?.States(component.Initial);
        var redacted = log.Events.Count(e => e.Redacted is not null);
        return new()
        {
            Steps = [.. Steps(log, component)],
            Starts = begins is null ? null : s => begins.Value.Select(local => family.WithLocal(s, log.Component, local)),
            Earlier = begins is null ? [] : [.. Earlier(log.Component).Take(MostEarlier)],
            OwnMismatch = () => system.HasHiddenSteps ? null : LogCheck.Of(component, AutomaticOf(log.Component)).Check(log) is LogVerdict<TEvent>.Rejected rejected ? Own(rejected.Mismatch) : null,
            Assuming = Assumptions.Of(log, redacted),
            Doubts =
            [
                .. redacted == 0 ? Array.Empty<string>() : [$"values of {log.Component} are redacted, and only those that occur were tried for them"],
                .. begins is null ? Array.Empty<string>() : [$"the log of {log.Component} begins in the middle, and what the environment held then is not known"],
            ],
        };
    }

    private Func<TState, IEnumerable<TEvent>>? AutomaticOf(TIndex index) => family.Automatic is { } declared ? s => declared(index, s) : null;

    private static LogMismatch Own(LogMismatch mismatch) => mismatch with { Because = $"the component's model does not enable it: {mismatch.Because}" };

    private IEnumerable<ComposedStep<TSystemState, TSystemEvent>> Steps(RecordedLog<TIndex, TEvent> log, Component<TState, TEvent> component)
    {
        var next = log.BeginsInTheMiddle ? 1 : 0;
        for (var i = 0; i <= log.Events.Length; i++)
        {
            for (; next < log.States.Length && log.States[next].Before == i; next++)
            {
                if (!log.States[next].IsHidden && !log.States[next].IsPartial<TState>()) yield return Step(log, log.States[next], component, i);
            }

            if (i < log.Events.Length) yield return Step(log.Events[i]);
        }
    }

    // A state is as old as the event after it.
    private ComposedStep<TSystemState, TSystemEvent> Step(RecordedLog<TIndex, TEvent> log, RecordedState recorded, Component<TState, TEvent> component, int index)
    {
        var states = recorded.States(component.Initial);
        var at = log.Events.IsEmpty ? default : log.Events[Math.Min(index, log.Events.Length - 1)].At;
        return new(at, IsCertain: true, [], () => recorded.Text, s =>
        {
            var local = family.LocalState(s, log.Component);
            return Mismatch.Of<TState, TEvent>(component, local, recorded.Text, attempted: null, $"the log says {(states.IsEmpty ? "no state" : ValueText.Of(states[0]))}; the model is in {ValueText.Of(local)}") with { Place = recorded.Place };
        })
        {
            Holds = s => states.Contains(family.LocalState(s, log.Component)),
            IsLocal = true,
            Hidden = Hidden(log.Component),
        };
    }

    private ComposedStep<TSystemState, TSystemEvent> Step(RecordedEvent<TIndex, TEvent> recorded)
    {
        ImmutableArray<TEvent> events = recorded.Event is { } e ? [e] : [.. recorded.Redacted!.Over(system.Values).Events.Cast<TEvent>()];
        return new(recorded.At, recorded.IsCertain, [.. events.SelectMany(own => Explanations(recorded.Component, own))], recorded.ToString, state => Why(state, recorded))
        {
            IsOfEnvironment = s => events.Any(own => Enabling(s, recorded.Component, own) is not null),
            IsLocal = recorded.Event is { } certain && Component<TState, TEvent>.IsInternal(certain),
            Hidden = Hidden(recorded.Component),
        };
    }

    private Func<TSystemState, IReadOnlyList<HiddenWay<TSystemState, TSystemEvent>>>? Hidden(TIndex index) => !hidden.HasAny(index) ? null : s =>
        [.. hidden.From(index, family.LocalState(s, index)).Select(w => new HiddenWay<TSystemState, TSystemEvent>([.. w.Events.Select(e => family.Internal(index, e))], family.WithLocal(s, index, w.State)))];

    // A state of the component, after automatic events if need be, that has the event; null if none has.
    private TState? Enabling(TSystemState state, TIndex index, TEvent e) =>
        hidden.From(index, family.LocalState(state, index)).Select(w => w.State).FirstOrDefault(s => family.Component(index).Step(s, e) is not null);

    private ImmutableArray<TSystemEvent> Explanations(TIndex index, TEvent e) =>
        Component<TState, TEvent>.IsInternal(e) ? [family.Internal(index, e)] : [.. partners.Of(index, e).Select(system.Joint)];

    // What was sent to others before the log begins is in the environment, whoever keeps the log. What the component never does it has not
    // done then.
    private IEnumerable<EarlierStep<TSystemState>> Earlier(TIndex index)
    {
        TEvent[] own = [.. EventCases.Of(typeof(TEvent)).SelectMany(c => EnabledEvents.Instances(c, system.Values)).Cast<TEvent>()];
        var possible = new ReachableEvents<TState, TEvent>(family.Component(index), own).Find();
        return
            from c in EventCases.Of(typeof(TEnvironmentEvent))
            from e in EnabledEvents.Instances(c, system.Values).Cast<TEnvironmentEvent>()
            where family.PartnerOf(e) is { } partner && partner.Component.Equals(index) && possible?.Contains(partner.Event) != false
            select new EarlierStep<TSystemState>(EventText.Short(e), s => system.Environment.Next(system.EnvironmentState(s), e) is { } moved ? system.WithEnvironment(s, moved) : null);
    }

    private LogMismatch Why(TSystemState state, RecordedEvent<TIndex, TEvent> recorded)
    {
        var component = family.Component(recorded.Component);
        var local = (recorded.Event is { } own ? Enabling(state, recorded.Component, own) : null) ?? family.LocalState(state, recorded.Component);
        if (recorded.Event is not { } e) return Mismatch.Of<TState, TEvent>(component, local, recorded.ToString(), attempted: null, "no value that occurs fits what is redacted") with { Place = recorded.Place };
        var mismatch = Mismatch.Of(component, local, recorded.ToString(), e, because: null) with { Place = recorded.Place };
        if (component.Step(local, e) is null) return mismatch with { Because = $"the component's model does not enable it: {mismatch.Because}" };
        var permitted = Mismatch.Permitted(component, local, e, Parameters(recorded.Component).Copy().Add(local).Add(e));
        return mismatch with
        {
            Because = WhyEnvironment(system.EnvironmentState(state), recorded.Component, e),
            Permitted = [.. permitted.Where(other => Explanations(recorded.Component, other).Any(joint => system.Next(family.WithLocal(state, recorded.Component, local), joint) is not null)).Take(20).Select(own => EventText.Short(own))],
            Nearest = "",
        };
    }

    private CandidateValues Parameters(TIndex index) =>
        parameters.TryGetValue(index, out var known) ? known : parameters[index] = CandidateValues.From(family.Component(index)).Add(index);

    private string WhyEnvironment(TEnvironment state, TIndex index, TEvent e)
    {
        var joint = partners.Of(index, e);
        if (joint.IsEmpty) return "no event of the environment has it as its partner";
        var guard = GuardExplanation.Of(system.Environment, state, joint[0], _ => "");
        return $"the environment does not enable it: {(guard.Length > 0 ? guard : $"{EventText.Short(joint[0])} in {ValueText.Of(state)}")}";
    }
}
