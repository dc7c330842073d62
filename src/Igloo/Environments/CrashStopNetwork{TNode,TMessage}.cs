using Igloo.Models;
using Igloo.Values;

namespace Igloo.Environments;

/// <summary>
/// A reliable network whose participants may crash for good, with a perfect failure detector: every suspicion is right. A crashed participant
/// does nothing any more; what it has handed over before still arrives.
/// </summary>
/// <typeparam name="TNode">The participants.</typeparam>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <remarks>
/// The crash is an event of the environment alone, and every event with a partner has the guard that its participant is live. That
/// suspicions are right is an assumption about timing, and belongs in the trust base of whoever uses this model.
/// </remarks>
public sealed class CrashStopNetwork<TNode, TMessage> : EventSystem<CrashStopNetwork<TNode, TMessage>.State, CrashStopNetwork<TNode, TMessage>.Event>
    where TNode : notnull
    where TMessage : notnull
{
    /// <summary>The state of the network.</summary>
    /// <param name="Channels">For each sender and each receiver the messages on the way, oldest first.</param>
    /// <param name="Crashed">The participants that have crashed.</param>
    public sealed record State(Map<TNode, Map<TNode, Seq<TMessage>>> Channels, Set<TNode> Crashed);

    /// <summary>The events of the network.</summary>
    public abstract record Event
    {
        /// <summary>The oldest message from a sender reaches a live participant.</summary>
        /// <param name="At">The receiver.</param>
        /// <param name="From">The sender.</param>
        /// <param name="Message">The message.</param>
        public sealed record Deliver(TNode At, TNode From, TMessage Message) : Event;

        /// <summary>A live participant hands over a message.</summary>
        /// <param name="From">The sender.</param>
        /// <param name="To">The receiver.</param>
        /// <param name="Message">The message.</param>
        public sealed record Transmit(TNode From, TNode To, TMessage Message) : Event;

        /// <summary>A participant crashes: an event without partner.</summary>
        /// <param name="Node">The participant.</param>
        public sealed record Crash(TNode Node) : Event;

        /// <summary>The failure detector tells a live participant of one that has crashed.</summary>
        /// <param name="At">Who is told.</param>
        /// <param name="Node">Who has crashed.</param>
        public sealed record Suspect(TNode At, TNode Node) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(
        Map<TNode, Map<TNode, Seq<TMessage>>>.Constant(Map<TNode, Seq<TMessage>>.Constant(Seq<TMessage>.Empty)), Set<TNode>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Deliver(var at, var from, var message)
            when !s.Crashed.Contains(at) && !s.Channels[from][at].IsEmpty && s.Channels[from][at].First.Equals(message) =>
            s with { Channels = s.Channels.Set(from, s.Channels[from].Set(at, s.Channels[from][at].Rest)) },
        Event.Transmit(var from, var to, var message) when !s.Crashed.Contains(from) =>
            s with { Channels = s.Channels.Set(from, s.Channels[from].Set(to, s.Channels[from][to].Append(message))) },
        Event.Crash(var node) => s with { Crashed = s.Crashed.Add(node) },
        Event.Suspect(var at, var node) when !s.Crashed.Contains(at) && s.Crashed.Contains(node) => s,
        _ => null,
    };
}
