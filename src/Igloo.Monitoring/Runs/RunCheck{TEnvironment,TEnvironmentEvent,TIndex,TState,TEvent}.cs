using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>The check of merged runs of a system with one family of components.</summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex">What identifies a component.</typeparam>
/// <typeparam name="TState">States of a component.</typeparam>
/// <typeparam name="TEvent">Events of a component.</typeparam>
/// <param name="system">The composed model, of the instance that ran.</param>
public sealed class RunCheck<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
    Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> system)
    : SystemRunCheck<
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State,
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event, TEnvironment, TEnvironmentEvent>
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    /// <summary>
    /// The environment events that may have a component's event as their partner. By default χ is read backwards; needed where an environment
    /// event has a parameter that neither the component nor its event fixes, or χ calls functions that cannot be read so.
    /// </summary>
    public Func<TIndex, TEvent, IEnumerable<TEnvironmentEvent>>? Partners { get; init; }

    /// <summary>
    /// The automatic events that a component may do unseen in a state, over-approximated: the guard still decides. By default those that its model marks, over
    /// the values that occur in the state and its parameters; where the model does not confine them to such values nothing is rejected until they are declared.
    /// </summary>
    public Func<TIndex, TState, IEnumerable<TEvent>>? Automatic { get; init; }

    /// <summary>Checks a run.</summary>
    /// <param name="run">The events of all components; those of one component in program order.</param>
    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event> Check(IEnumerable<RecordedEvent<TIndex, TEvent>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Check(RecordedLog.ByComponent(run));
    }

    /// <summary>Checks a run.</summary>
    /// <param name="logs">What the logs of each component say; one entry a component.</param>
    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event> Check(IReadOnlyCollection<RecordedLog<TIndex, TEvent>> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var composed = new ComposedSystem<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event, TEnvironment, TEnvironmentEvent>(system)
        {
            Environment = system.EnvironmentModel,
            EnvironmentState = s => s.Environment,
            WithEnvironment = (s, e) => s with { Environment = e },
            Joint = e => new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Environment(e),
            IsAlone = e => system.Partner(e) is null,
            HasHiddenSteps = Inserted is not null,
        };
        var family = composed.Family<TIndex, TState, TEvent>(new()
        {
            Component = system.Component,
            LocalState = (s, i) => s.Components[i],
            WithLocal = (s, i, local) => s with { Components = s.Components.Set(i, local) },
            Internal = (i, e) => new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Internal(i, e),
            PartnerOf = e => system.Partner(e) is { } step ? (step.Component, step.Event) : null,
            Partners = Partners,
            Automatic = Automatic,
        });
        family.Note(logs);
        return Verdict(composed, [.. family.Of(logs)], family.InternalEvents(logs), () => family.Doubts);
    }

    internal string Text(Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event e) => SystemEventText.Of(system, e);
}
