using Igloo.Models;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Environments;

/// <summary>
/// An unreliable datagram network: messages may be lost, duplicated and reordered, but not invented.
/// </summary>
/// <typeparam name="TNode">The participants.</typeparam>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <param name="addressing">The addresses of the participants.</param>
/// <remarks>
/// Igloo (OOPSLA 2020), section 3.4: one set for each address, from which nothing is ever removed. Delivering a message twice is
/// duplication, never delivering it is loss.
/// </remarks>
public sealed class UnreliableNetwork<TNode, TMessage>(IAddressing<TNode> addressing)
    : EventSystem<UnreliableNetwork<TNode, TMessage>.State, UnreliableNetwork<TNode, TMessage>.Event>
    where TNode : notnull
    where TMessage : notnull
{
    /// <summary>The state of the network.</summary>
    /// <param name="Channels">For each address all messages ever sent to it.</param>
    public sealed record State(Map<Address, Set<TMessage>> Channels);

    /// <summary>The events of the network.</summary>
    public abstract record Event
    {
        /// <summary>A message reaches a participant.</summary>
        /// <param name="At">The receiver.</param>
        /// <param name="Message">The message.</param>
        public sealed record Deliver(TNode At, TMessage Message) : Event;

        /// <summary>A participant hands over a message.</summary>
        /// <param name="From">The sender.</param>
        /// <param name="To">The address it is sent to.</param>
        /// <param name="Message">The message.</param>
        public sealed record Transmit(TNode From, Address To, TMessage Message) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Address, Set<TMessage>>.Constant(Set<TMessage>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Deliver(var at, var message) when s.Channels[addressing.AddressOf(at)].Contains(message) => s,
        Event.Transmit(_, var to, var message) => s with { Channels = s.Channels.Set(to, s.Channels[to].Add(message)) },
        _ => null,
    };
}
