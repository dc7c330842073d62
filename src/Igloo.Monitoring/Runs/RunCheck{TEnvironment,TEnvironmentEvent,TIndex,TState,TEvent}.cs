using System.Collections.Immutable;
using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>
/// Looks for an order of the recorded events of all components that the composed model accepts: program order for each component, and
/// what the environment model demands between them.
/// </summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex">What identifies a component.</typeparam>
/// <typeparam name="TState">States of a component.</typeparam>
/// <typeparam name="TEvent">Events of a component.</typeparam>
/// <param name="system">The composed model, of the instance that ran.</param>
public sealed class RunCheck<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
    Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> system)
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    /// <summary>Events that no log has and that may be inserted in a state: hidden internal ones, and the environment's own.</summary>
    public Func<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State, IEnumerable<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>>? Inserted { get; init; }

    /// <summary>
    /// The environment events that may have a component's event as their partner. By default they are found over the values that occur in the
    /// event and the component; needed where an environment event has a parameter that neither has.
    /// </summary>
    public Func<TIndex, TEvent, IEnumerable<TEnvironmentEvent>>? Partners { get; init; }

    /// <summary>
    /// Declares that no event of the environment disables another or changes what it does, as in a network of sets. Then the first order
    /// tried is as good as any, and the search is complete without going back over certain events. False by default.
    /// </summary>
    public bool EnvironmentIsMonotone { get; init; }

    /// <summary>The largest number of steps to try. A million by default.</summary>
    public int Budget { get; init; } = 1_000_000;

    /// <summary>Checks a run.</summary>
    /// <param name="run">The events of all components; those of one component in program order.</param>
    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event> Check(IEnumerable<RecordedEvent<TIndex, TEvent>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var family = new FamilyLogs<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event, TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>
        {
            Environment = system.EnvironmentModel,
            Component = system.Component,
            LocalState = (s, i) => s.Components[i],
            EnvironmentState = s => s.Environment,
            Internal = (i, e) => new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Internal(i, e),
            Joint = e => new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Environment(e),
            IsPartner = (e, i, own) => system.Partner(e) is { } step && step.Component.Equals(i) && step.Event.Equals(own),
            Partners = Partners,
        };
        return new LinearExtension<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>(new()
        {
            Initial = system.Initial,
            Next = system.Next,
            Logs = family.Of(run),
            Inserted = Inserted,
            IsMonotone = EnvironmentIsMonotone,
            Budget = Budget,
        }).Search();
    }
}
