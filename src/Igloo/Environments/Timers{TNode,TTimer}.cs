using Igloo.Models;
using Igloo.Values;

namespace Igloo.Environments;

/// <summary>
/// Timers of participants. A timer that was started may expire at any time until it is cancelled: how long it takes is not modelled, so
/// what is proved holds however wrongly the times are chosen.
/// </summary>
/// <typeparam name="TNode">The participants.</typeparam>
/// <typeparam name="TTimer">What distinguishes the timers of one participant.</typeparam>
public sealed class Timers<TNode, TTimer> : EventSystem<Timers<TNode, TTimer>.State, Timers<TNode, TTimer>.Event>
    where TNode : notnull
    where TTimer : notnull
{
    /// <summary>The state of the timers.</summary>
    /// <param name="Running">For each participant the timers that were started and have neither expired nor been cancelled.</param>
    public sealed record State(Map<TNode, Set<TTimer>> Running);

    /// <summary>The events of timers.</summary>
    public abstract record Event
    {
        /// <summary>A participant starts a timer, or starts it again.</summary>
        /// <param name="By">The participant.</param>
        /// <param name="Timer">The timer.</param>
        public sealed record Start(TNode By, TTimer Timer) : Event;

        /// <summary>A participant cancels a timer, running or not.</summary>
        /// <param name="By">The participant.</param>
        /// <param name="Timer">The timer.</param>
        public sealed record Cancel(TNode By, TTimer Timer) : Event;

        /// <summary>A timer that runs expires, and its participant learns of it.</summary>
        /// <param name="At">The participant.</param>
        /// <param name="Timer">The timer.</param>
        public sealed record Expire(TNode At, TTimer Timer) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<TNode, Set<TTimer>>.Constant(Set<TTimer>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var by, var timer) => s with { Running = s.Running.Set(by, s.Running[by].Add(timer)) },
        Event.Cancel(var by, var timer) => s with { Running = s.Running.Set(by, s.Running[by].Remove(timer)) },
        Event.Expire(var at, var timer) when s.Running[at].Contains(timer) => s with { Running = s.Running.Set(at, s.Running[at].Remove(timer)) },
        _ => null,
    };
}
