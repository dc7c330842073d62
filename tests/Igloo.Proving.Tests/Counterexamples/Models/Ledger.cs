using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A ledger that grows for ever; that it never closes follows from an invariant that nobody states.</summary>
public sealed class Ledger : EventSystem<Ledger.State, Ledger.Event>
{
    public sealed record State(Seq<Client> Lines, Bag<Client> Copies, int Total, bool IsClosing, bool IsClosed);

    public abstract record Event
    {
        public sealed record Write(Client Who) : Event;

        public sealed record Copy(Client Who) : Event;

        public sealed record Close : Event;
    }

    public override State Initial => new(Seq<Client>.Empty, Bag<Client>.Empty, 0, false, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Write(var who) => s with { Lines = s.Lines.Append(who), Total = s.Total + 1 },
        Event.Copy(var who) => s with { Copies = s.Copies.Add(who), Total = s.Total + 2 },
        Event.Close when s.IsClosing => s with { IsClosed = true },
        _ => null,
    };

    /// <summary>It stays open.</summary>
    [Invariant]
    public bool StaysOpen(State s) => !s.IsClosed;
}
