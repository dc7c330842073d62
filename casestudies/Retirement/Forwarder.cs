namespace Retirement;

/// <summary>Passes on what it has received, as often as it likes. It never forgets, so its state grows for ever.</summary>
/// <param name="next">To whom.</param>
public sealed class Forwarder(Address next) : Component<Forwarder.State, Forwarder.Event>
{
    /// <param name="Received">Everything ever received.</param>
    public sealed record State(Set<Item> Received);

    public abstract record Event
    {
        [Io<Udp.Receive<Item>>]
        public sealed record Receive([Input] Item Item) : Event;

        [Io<Udp.Send<Item>>]
        public sealed record Send(Address To, Item Item) : Event;
    }

    public override State Initial => new(Set<Item>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var item) => s with { Received = s.Received.Add(item) },
        Event.Send(var to, var item) when to == next && s.Received.Contains(item) => s,
        _ => null,
    };
}
