namespace Igloo.Viewing.Tests.Models;

/// <summary>A queue that is filled once, in which a large number cannot be counted.</summary>
public sealed class Queue : EventSystem<Queue.State, Queue.Event>
{
    public sealed record State(int Count, Seq<Visitor> Waiting, FiniteMap<Visitor, int> Places, Visitor? Served);

    public abstract record Event
    {
        public sealed record Join(Visitor Visitor) : Event;

        public sealed record Serve : Event;

        public sealed record Overflow : Event;
    }

    public override State Initial => new(0, Seq<Visitor>.Empty, FiniteMap<Visitor, int>.Empty, null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Join(var v) when s.Count < 2 && !s.Places.ContainsKey(v) =>
            s with { Count = s.Count + 1, Waiting = s.Waiting.Append(v), Places = s.Places.Set(v, s.Count) },
        Event.Serve when !s.Waiting.IsEmpty => s with { Waiting = s.Waiting.Rest, Places = s.Places.Remove(s.Waiting.First), Served = s.Waiting.First },
        Event.Overflow when s.Count == 1 => s with { Count = s.Count + int.MaxValue },
        _ => null,
    };

    /// <summary>The queue never shrinks, which is wrong.</summary>
    [StepProperty]
    public bool NeverShrinks(State s, Event e, State next) => next.Waiting.Count >= s.Waiting.Count;
}
