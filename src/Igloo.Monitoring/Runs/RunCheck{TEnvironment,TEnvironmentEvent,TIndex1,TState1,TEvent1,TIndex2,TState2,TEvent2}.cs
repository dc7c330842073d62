using System.Collections.Immutable;
using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>As the check for one family, for a system of two, such as clients and servers.</summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex1">What identifies a component of the first type.</typeparam>
/// <typeparam name="TState1">States of the first type.</typeparam>
/// <typeparam name="TEvent1">Events of the first type.</typeparam>
/// <typeparam name="TIndex2">What identifies a component of the second type.</typeparam>
/// <typeparam name="TState2">States of the second type.</typeparam>
/// <typeparam name="TEvent2">Events of the second type.</typeparam>
/// <param name="system">The composed model, of the instance that ran.</param>
public sealed class RunCheck<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>(
    Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2> system)
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex1 : notnull
    where TState1 : class
    where TEvent1 : class
    where TIndex2 : notnull
    where TState2 : class
    where TEvent2 : class
{
    /// <summary>Events that no log has and that may be inserted in a state: hidden internal ones, and the environment's own.</summary>
    public Func<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State, IEnumerable<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event>>? Inserted { get; init; }

    /// <summary>The environment events that may have an event of the first family as their partner; by default found over the values that occur.</summary>
    public Func<TIndex1, TEvent1, IEnumerable<TEnvironmentEvent>>? FirstPartners { get; init; }

    /// <summary>The environment events that may have an event of the second family as their partner; by default found over the values that occur.</summary>
    public Func<TIndex2, TEvent2, IEnumerable<TEnvironmentEvent>>? SecondPartners { get; init; }

    /// <summary>Declares that no event of the environment disables another or changes what it does. False by default.</summary>
    public bool EnvironmentIsMonotone { get; init; }

    /// <summary>The largest number of steps to try. A million by default.</summary>
    public int Budget { get; init; } = 1_000_000;

    /// <summary>Checks a run.</summary>
    /// <param name="first">The events of the first family; those of one component in program order.</param>
    /// <param name="second">The events of the second family; those of one component in program order.</param>
    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event> Check(
        IEnumerable<RecordedEvent<TIndex1, TEvent1>> first, IEnumerable<RecordedEvent<TIndex2, TEvent2>> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var firstLogs = new FamilyLogs<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event, TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1>
        {
            Environment = system.EnvironmentModel,
            Component = system.First,
            LocalState = (s, i) => s.First[i],
            EnvironmentState = s => s.Environment,
            Internal = (i, e) => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalFirst(i, e),
            Joint = e => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.Environment(e),
            IsPartner = (e, i, own) => system.Partner(e) is Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Step.OfFirst step && step.Component.Equals(i) && step.Event.Equals(own),
            Partners = FirstPartners,
        };
        var secondLogs = new FamilyLogs<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event, TEnvironment, TEnvironmentEvent, TIndex2, TState2, TEvent2>
        {
            Environment = system.EnvironmentModel,
            Component = system.Second,
            LocalState = (s, i) => s.Second[i],
            EnvironmentState = s => s.Environment,
            Internal = (i, e) => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalSecond(i, e),
            Joint = e => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.Environment(e),
            IsPartner = (e, i, own) => system.Partner(e) is Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Step.OfSecond step && step.Component.Equals(i) && step.Event.Equals(own),
            Partners = SecondPartners,
        };
        return new LinearExtension<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event>(new()
        {
            Initial = system.Initial,
            Next = system.Next,
            Logs = [.. firstLogs.Of(first), .. secondLogs.Of(second)],
            Inserted = Inserted,
            IsMonotone = EnvironmentIsMonotone,
            Budget = Budget,
        }).Search();
    }
}
