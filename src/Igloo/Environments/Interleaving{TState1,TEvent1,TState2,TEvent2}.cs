using Igloo.Models;

namespace Igloo.Environments;

/// <summary>Two environments side by side that have nothing to do with each other, such as a network and timers.</summary>
/// <typeparam name="TState1">States of the first.</typeparam>
/// <typeparam name="TEvent1">Events of the first.</typeparam>
/// <typeparam name="TState2">States of the second.</typeparam>
/// <typeparam name="TEvent2">Events of the second.</typeparam>
/// <param name="first">The first environment.</param>
/// <param name="second">The second environment.</param>
/// <remarks>Igloo (OOPSLA 2020), section 2.1.3: composition by interleaving. Derive a class from it that names the two.</remarks>
public abstract class Interleaving<TState1, TEvent1, TState2, TEvent2>(EventSystem<TState1, TEvent1> first, EventSystem<TState2, TEvent2> second)
    : EventSystem<Interleaving<TState1, TEvent1, TState2, TEvent2>.State, Interleaving<TState1, TEvent1, TState2, TEvent2>.Event>
    where TState1 : class
    where TEvent1 : class
    where TState2 : class
    where TEvent2 : class
{
    /// <summary>The states of both.</summary>
    /// <param name="First">The state of the first.</param>
    /// <param name="Second">The state of the second.</param>
    public sealed record State(TState1 First, TState2 Second);

    /// <summary>The events of either.</summary>
    public abstract record Event
    {
        /// <summary>An event of the first.</summary>
        /// <param name="Own">The event.</param>
        public sealed record OfFirst(TEvent1 Own) : Event;

        /// <summary>An event of the second.</summary>
        /// <param name="Own">The event.</param>
        public sealed record OfSecond(TEvent2 Own) : Event;
    }

    /// <summary>The first environment.</summary>
    public EventSystem<TState1, TEvent1> FirstModel => first;

    /// <summary>The second environment.</summary>
    public EventSystem<TState2, TEvent2> SecondModel => second;

    /// <inheritdoc/>
    public override State Initial => new(FirstModel.Initial, SecondModel.Initial);

    /// <inheritdoc/>
    public sealed override State? Next(State s, Event e) => e switch
    {
        Event.OfFirst(var own) => WithFirst(s, FirstModel.Next(s.First, own)),
        Event.OfSecond(var own) => WithSecond(s, SecondModel.Next(s.Second, own)),
        _ => null,
    };

    private static State? WithFirst(State s, TState1? first) => first is null ? null : s with { First = first };

    private static State? WithSecond(State s, TState2? second) => second is null ? null : s with { Second = second };
}
