using Igloo.Models;
using Igloo.Values;

namespace Igloo.Components;

/// <summary>
/// Two families of components, such as clients and servers, in parallel with their environment.
/// </summary>
/// <typeparam name="TEnvironment">States of the environment.</typeparam>
/// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
/// <typeparam name="TIndex1">What identifies a component of the first type.</typeparam>
/// <typeparam name="TState1">States of the first type.</typeparam>
/// <typeparam name="TEvent1">Events of the first type.</typeparam>
/// <typeparam name="TIndex2">What identifies a component of the second type.</typeparam>
/// <typeparam name="TState2">States of the second type.</typeparam>
/// <typeparam name="TEvent2">Events of the second type.</typeparam>
/// <param name="environment">The environment model.</param>
/// <remarks>Igloo (OOPSLA 2020), section 3.6. See the composition of one family for the shape of the environment's side.</remarks>
public abstract class Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>(
    EventSystem<TEnvironment, TEnvironmentEvent> environment)
    : EventSystem<
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.State,
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event>, IComposition
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex1 : notnull
    where TState1 : class
    where TEvent1 : class
    where TIndex2 : notnull
    where TState2 : class
    where TEvent2 : class
{
    /// <summary>The product state.</summary>
    /// <param name="Environment">The state of the environment.</param>
    /// <param name="First">The local states of the first family.</param>
    /// <param name="Second">The local states of the second family.</param>
    public sealed record State(TEnvironment Environment, Map<TIndex1, TState1> First, Map<TIndex2, TState2> Second);

    /// <summary>The events of the composed system.</summary>
    public abstract record Event
    {
        /// <summary>An internal event of a component of the first family.</summary>
        /// <param name="Component">The component.</param>
        /// <param name="Own">Its event.</param>
        public sealed record InternalFirst(TIndex1 Component, TEvent1 Own) : Event;

        /// <summary>An internal event of a component of the second family.</summary>
        /// <param name="Component">The component.</param>
        /// <param name="Own">Its event.</param>
        public sealed record InternalSecond(TIndex2 Component, TEvent2 Own) : Event;

        /// <summary>An environment event, together with its partner if it has one.</summary>
        /// <param name="Own">The event of the environment.</param>
        public sealed record Environment(TEnvironmentEvent Own) : Event;
    }

    /// <summary>An event of one component.</summary>
    public abstract record Step
    {
        /// <summary>An event of a component of the first family.</summary>
        /// <param name="Component">The component.</param>
        /// <param name="Event">Its event.</param>
        public sealed record OfFirst(TIndex1 Component, TEvent1 Event) : Step;

        /// <summary>An event of a component of the second family.</summary>
        /// <param name="Component">The component.</param>
        /// <param name="Event">Its event.</param>
        public sealed record OfSecond(TIndex2 Component, TEvent2 Event) : Step;
    }

    /// <summary>The environment model.</summary>
    public EventSystem<TEnvironment, TEnvironmentEvent> EnvironmentModel => environment;

    /// <summary>The index set of the first family.</summary>
    public abstract Domain<TIndex1> FirstIndices { get; }

    /// <summary>The index set of the second family.</summary>
    public abstract Domain<TIndex2> SecondIndices { get; }

    /// <summary>The configuration map γ of the first family.</summary>
    /// <param name="index">The index.</param>
    public abstract Component<TState1, TEvent1> First(TIndex1 index);

    /// <summary>The configuration map γ of the second family.</summary>
    /// <param name="index">The index.</param>
    public abstract Component<TState2, TEvent2> Second(TIndex2 index);

    /// <summary>χ from the environment's side: the component event that happens together with this one; null: the environment alone.</summary>
    /// <param name="e">An event of the environment.</param>
    public abstract Step? Partner(TEnvironmentEvent e);

    /// <inheritdoc/>
    public override State Initial => new(
        EnvironmentModel.Initial,
        FirstIndices.ToMap(i => First(i).Initial),
        SecondIndices.ToMap(i => Second(i).Initial));

    /// <inheritdoc/>
    public sealed override State? Next(State s, Event e) => e switch
    {
        Event.InternalFirst(var i, var own) => Component<TState1, TEvent1>.IsInternal(own) ? WithFirst(s, i, First(i).Next(s.First[i], own)) : null,
        Event.InternalSecond(var i, var own) => Component<TState2, TEvent2>.IsInternal(own) ? WithSecond(s, i, Second(i).Next(s.Second[i], own)) : null,
        Event.Environment(var own) => Moved(s, EnvironmentModel.Next(s.Environment, own), Partner(own)),
        _ => null,
    };

    /// <inheritdoc/>
    IEnumerable<Participant> IComposition.Participants(object e)
    {
        switch (e)
        {
            case Event.InternalFirst(var i, var own):
                yield return new Participant(First(i), i, own);
                break;
            case Event.InternalSecond(var i, var own):
                yield return new Participant(Second(i), i, own);
                break;
            case Event.Environment(var own):
                yield return new Participant(EnvironmentModel, null, own);
                if (Partner(own) is Step.OfFirst first) yield return new Participant(First(first.Component), first.Component, first.Event);
                if (Partner(own) is Step.OfSecond second) yield return new Participant(Second(second.Component), second.Component, second.Event);
                break;
            default:
                throw new ArgumentException($"{e} is no event of this composition.", nameof(e));
        }
    }

    private State? Moved(State s, TEnvironment? environment, Step? partner)
    {
        if (environment is null)
        {
            return null;
        }

        var moved = s with { Environment = environment };
        if (partner is null)
        {
            return moved;
        }

        return partner switch
        {
            Step.OfFirst(var i, var own) => WithFirst(moved, i, First(i).Step(s.First[i], own)),
            Step.OfSecond(var i, var own) => WithSecond(moved, i, Second(i).Step(s.Second[i], own)),
            _ => null,
        };
    }

    private static State? WithFirst(State s, TIndex1 index, TState1? local) =>
        local is null ? null : s with { First = s.First.Set(index, local) };

    private static State? WithSecond(State s, TIndex2 index, TState2? local) =>
        local is null ? null : s with { Second = s.Second.Set(index, local) };
}
