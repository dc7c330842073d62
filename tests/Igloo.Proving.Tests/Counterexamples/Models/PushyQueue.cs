using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A queue in which anyone who waits may enter, although it is the first who leaves the queue.</summary>
public sealed class PushyQueue : EventSystem<PushyQueue.State, PushyQueue.Event>
{
    public sealed record State(Seq<Client> Waiting, Set<Client> Inside);

    public abstract record Event
    {
        public sealed record Join(Client Who) : Event;

        public sealed record Enter(Client Who) : Event;
    }

    public override State Initial => new(Seq<Client>.Empty, Set<Client>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Join(var who) when !s.Waiting.Contains(who) && !s.Inside.Contains(who) => s with { Waiting = s.Waiting.Append(who) },
        Event.Enter(var who) when !s.Waiting.IsEmpty && s.Waiting.Contains(who) => new State(s.Waiting.Rest, s.Inside.Add(who)),
        _ => null,
    };

    /// <summary>Nobody inside waits.</summary>
    [Invariant]
    public bool NobodyInsideWaits(State s, Client who) => Implies(s.Inside.Contains(who), !s.Waiting.Contains(who));
}
