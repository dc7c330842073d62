namespace Igloo.Exploring.Tests.Packed.Models;

/// <summary>A relay with a queue, a bag of duplicates, optional and nested values: every kind of field.</summary>
public sealed class Channels : EventSystem<Channels.State, Channels.Event>
{
    public enum Colour
    {
        Red,
        Green,
    }

    public abstract record Message
    {
        public sealed record Data(Colour Of, bool Urgent) : Message;

        public sealed record Stop : Message;
    }

    public sealed record State(Seq<Message> Queue, Bag<Colour> Sent, FiniteMap<Colour, Message> Last, Message? Held, (int Count, bool Open) Gate);

    public abstract record Event
    {
        public sealed record Put(Colour Of, bool Urgent) : Event;

        public sealed record Close : Event;

        public sealed record Take : Event;

        public sealed record Keep(Colour As) : Event;

        public sealed record Repeat(Colour Of) : Event;

        public sealed record Drop(Colour Of) : Event;

        public sealed record Count : Event;
    }

    public override State Initial => new(Seq<Message>.Empty, Bag<Colour>.Empty, FiniteMap<Colour, Message>.Empty, null, (0, true));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Put(var colour, var urgent) when s.Gate.Open && s.Queue.Count < 2 && s.Sent.CountOf(colour) < 2 && s.Queue.All(m => m is not Message.Data(var other, _) || other != colour) =>
            s with { Queue = s.Queue.Append(new Message.Data(colour, urgent)), Sent = s.Sent.Add(colour) },
        Event.Close when s.Gate.Open && s.Gate.Count > 1 => s with { Gate = (s.Gate.Count, false), Queue = s.Queue.Concat(Seq<Message>.Of(new Message.Stop())) },
        Event.Take when !s.Queue.IsEmpty && s.Held is null => s with { Held = s.Queue.First, Queue = s.Queue.Rest },
        Event.Keep(var colour) when s.Held is Message.Data(var of, var urgent) && urgent && of != colour && !s.Last.ContainsKey(of) =>
            s with { Last = s.Last.Set(colour, s.Held), Held = null },
        Event.Repeat(var colour) when s.Last.ContainsKey(colour) && s.Held is null => s with { Held = s.Last[colour], Last = s.Last.Remove(colour) },
        Event.Drop(var colour) when s.Held is Message.Data(var of, _) && of == colour && s.Sent.Contains(colour) =>
            s with { Held = null, Sent = s.Sent.Remove(colour) },
        Event.Count when s.Gate.Count < 2 && s.Sent.CountOf(Colour.Green) <= 1 => s with { Gate = (s.Gate.Count + 1, s.Gate.Open) },
        _ => null,
    };

    [Invariant]
    public bool QueueIsShort(State s) => s.Queue.Count <= 3;

    [Invariant]
    public bool NothingUrgentIsKeptForLong(State s, Colour c) => !(s.Last.ContainsKey(c) && s.Last[c] is Message.Data(Colour.Red, true) && !s.Gate.Open);

    [StepProperty]
    public bool GateNeverOpens(State before, Event e, State after) => before.Gate.Open || !after.Gate.Open;

    [StepProperty]
    public bool TakingLeavesNothing(State before, Event.Take e, State after) => after.Queue.IsEmpty;

    [Sometimes]
    public bool StopIsHeld(State s) => s.Held is Message.Stop;

    [Sometimes]
    public bool GateIsClosedAtOnce(State s) => !s.Gate.Open && s.Gate.Count == 0;

    [Terminal]
    public bool Stopped(State s) => s.Held is Message.Stop;
}
