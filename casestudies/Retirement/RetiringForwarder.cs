namespace Retirement;

/// <summary>The same, but it may retire an item at any time: then it keeps nothing of it and does not pass it on any more.</summary>
/// <param name="next">To whom.</param>
public sealed class RetiringForwarder(Address next) : Component<RetiringForwarder.State, RetiringForwarder.Event>
{
    /// <param name="Kept">What was received and is not retired.</param>
    public sealed record State(Set<Item> Kept);

    public abstract record Event
    {
        [Io<Udp.Receive<Item>>]
        public sealed record Receive([Input] Item Item) : Event;

        [Io<Udp.Send<Item>>]
        public sealed record Send(Address To, Item Item) : Event;

        [Internal]
        public sealed record Retire(Item Item) : Event;
    }

    public override State Initial => new(Set<Item>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var item) => s with { Kept = s.Kept.Add(item) },
        Event.Send(var to, var item) when to == next && s.Kept.Contains(item) => s,
        Event.Retire(var item) when s.Kept.Contains(item) => s with { Kept = s.Kept.Remove(item) },
        _ => null,
    };
}
