namespace Retransmission.Model;

/// <summary>The abstract model: each node gets the items of the one before it, in their order and each once.</summary>
/// <param name="streams">Who sends what.</param>
public sealed class Delivery(IStreams streams) : EventSystem<Delivery.State, Delivery.Event>
{
    /// <summary>The state of the whole system.</summary>
    /// <param name="Delivered">How many items each node has got.</param>
    public sealed record State(Map<Node, int> Delivered);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node gets an item.</summary>
        public sealed record Deliver(Node At, int Number, Item Item) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Node, int>.Constant(0));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Deliver(var at, var number, var item) when number == s.Delivered[at] && item == streams.ItemOf(streams.Previous(at), number) =>
            s with { Delivered = s.Delivered.Set(at, number + 1) },
        _ => null,
    };

    /// <summary>What was delivered is counted.</summary>
    [Invariant]
    public bool DeliveredIsCounted(State s, Past<Event> past, Node at, int number, Item item) =>
        Implies(past.Contains(new Event.Deliver(at, number, item)), number < s.Delivered[at]);

    /// <summary>Nothing is delivered twice, and nothing out of order.</summary>
    [TraceProperty]
    public bool InOrderAndOnce(Past<Event> before, Event.Deliver now) => before.All<Event.Deliver>(e => e.At != now.At || e.Number < now.Number);

    /// <summary>What is delivered was sent, under that number.</summary>
    [TraceProperty]
    public bool IsTheItem(Past<Event> before, Event.Deliver now) => now.Item == streams.ItemOf(streams.Previous(now.At), now.Number);
}
