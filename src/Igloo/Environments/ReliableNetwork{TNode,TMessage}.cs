using Igloo.Models;
using Igloo.Values;

namespace Igloo.Environments;

/// <summary>A reliable network with a queue from each participant to each other: nothing is lost, duplicated, reordered or invented.</summary>
/// <typeparam name="TNode">The participants.</typeparam>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <remarks>
/// What connections over TCP are taken for while they last. No operation on it may declare the failure contract
/// <see cref="Components.FailureContract.Lost"/>: an ordered channel that loses a message is another environment.
/// </remarks>
public sealed class ReliableNetwork<TNode, TMessage> : EventSystem<ReliableNetwork<TNode, TMessage>.State, ReliableNetwork<TNode, TMessage>.Event>
    where TNode : notnull
    where TMessage : notnull
{
    /// <summary>The state of the network.</summary>
    /// <param name="Channels">For each sender and each receiver the messages on the way, oldest first.</param>
    public sealed record State(Map<TNode, Map<TNode, Seq<TMessage>>> Channels);

    /// <summary>The events of the network.</summary>
    public abstract record Event
    {
        /// <summary>The oldest message from a sender reaches a participant.</summary>
        /// <param name="At">The receiver.</param>
        /// <param name="From">The sender.</param>
        /// <param name="Message">The message.</param>
        public sealed record Deliver(TNode At, TNode From, TMessage Message) : Event;

        /// <summary>A participant hands over a message.</summary>
        /// <param name="From">The sender.</param>
        /// <param name="To">The receiver.</param>
        /// <param name="Message">The message.</param>
        public sealed record Transmit(TNode From, TNode To, TMessage Message) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<TNode, Map<TNode, Seq<TMessage>>>.Constant(Map<TNode, Seq<TMessage>>.Constant(Seq<TMessage>.Empty)));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Deliver(var at, var from, var message) when !s.Channels[from][at].IsEmpty && s.Channels[from][at].First.Equals(message) =>
            s with { Channels = s.Channels.Set(from, s.Channels[from].Set(at, s.Channels[from][at].Rest)) },
        Event.Transmit(var from, var to, var message) =>
            s with { Channels = s.Channels.Set(from, s.Channels[from].Set(to, s.Channels[from][to].Append(message))) },
        _ => null,
    };
}
