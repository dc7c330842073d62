using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>The check of merged runs of a system with two families of components, such as clients and servers.</summary>
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
    : SystemRunCheck<
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State,
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event, TEnvironment, TEnvironmentEvent>
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex1 : notnull
    where TState1 : class
    where TEvent1 : class
    where TIndex2 : notnull
    where TState2 : class
    where TEvent2 : class
{
    /// <summary>The environment events that may have an event of the first family as their partner. By default χ is read backwards.</summary>
    public Func<TIndex1, TEvent1, IEnumerable<TEnvironmentEvent>>? FirstPartners { get; init; }

    /// <summary>The environment events that may have an event of the second family as their partner. By default χ is read backwards.</summary>
    public Func<TIndex2, TEvent2, IEnumerable<TEnvironmentEvent>>? SecondPartners { get; init; }

    /// <summary>
    /// The automatic events that a component of the first family may do unseen in a state, over-approximated: the guard still decides. By default those that its model marks, over
    /// the values that occur in the state and its parameters; where the model does not confine them to such values nothing is rejected until they are declared.
    /// </summary>
    public Func<TIndex1, TState1, IEnumerable<TEvent1>>? FirstAutomatic { get; init; }

    /// <summary>
    /// The automatic events that a component of the second family may do unseen in a state, over-approximated: the guard still decides. By default those that its model marks, over
    /// the values that occur in the state and its parameters; where the model does not confine them to such values nothing is rejected until they are declared.
    /// </summary>
    public Func<TIndex2, TState2, IEnumerable<TEvent2>>? SecondAutomatic { get; init; }

    /// <summary>Checks a run.</summary>
    /// <param name="first">The events of the first family; those of one component in program order.</param>
    /// <param name="second">The events of the second family; those of one component in program order.</param>
    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event> Check(
        IEnumerable<RecordedEvent<TIndex1, TEvent1>> first, IEnumerable<RecordedEvent<TIndex2, TEvent2>> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Check(RecordedLog.ByComponent(first), RecordedLog.ByComponent(second));
    }

    /// <summary>Checks a run.</summary>
    /// <param name="first">What the logs of each component of the first family say; one entry a component.</param>
    /// <param name="second">What the logs of each component of the second family say; one entry a component.</param>
    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event> Check(
        IReadOnlyCollection<RecordedLog<TIndex1, TEvent1>> first, IReadOnlyCollection<RecordedLog<TIndex2, TEvent2>> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var composed = new ComposedSystem<Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State, Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event, TEnvironment, TEnvironmentEvent>(system)
        {
            Environment = system.EnvironmentModel,
            EnvironmentState = s => s.Environment,
            WithEnvironment = (s, e) => s with { Environment = e },
            Joint = e => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.Environment(e),
            IsAlone = e => system.Partner(e) is null,
            HasHiddenSteps = Inserted is not null,
        };
        var firstFamily = composed.Family<TIndex1, TState1, TEvent1>(new()
        {
            Component = system.First,
            LocalState = (s, i) => s.First[i],
            WithLocal = (s, i, local) => s with { First = s.First.Set(i, local) },
            Internal = (i, e) => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalFirst(i, e),
            PartnerOf = e => system.Partner(e) is Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Step.OfFirst(var i, var own) ? (i, own) : null,
            Partners = FirstPartners,
            Automatic = FirstAutomatic,
        });
        var secondFamily = composed.Family<TIndex2, TState2, TEvent2>(new()
        {
            Component = system.Second,
            LocalState = (s, i) => s.Second[i],
            WithLocal = (s, i, local) => s with { Second = s.Second.Set(i, local) },
            Internal = (i, e) => new Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalSecond(i, e),
            PartnerOf = e => system.Partner(e) is Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Step.OfSecond(var i, var own) ? (i, own) : null,
            Partners = SecondPartners,
            Automatic = SecondAutomatic,
        });
        firstFamily.Note(first);
        secondFamily.Note(second);
        return Verdict(
            composed, [.. firstFamily.Of(first), .. secondFamily.Of(second)], firstFamily.InternalEvents(first).Concat(secondFamily.InternalEvents(second)), () => firstFamily.Doubts.Concat(secondFamily.Doubts));
    }

    internal string Text(Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event e) => SystemEventText.Of(system, e);
}
