using Igloo.Components;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>The node of the leader election, whose program reports elections only.</summary>
public sealed class QuietNode(Id self, Address successor) : Component<QuietNode.State, QuietNode.Event>
{
    public sealed record State(bool Leader, Set<Id> Inbox, Set<Id> Outbox);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Setup : Event;

        [Io<Udp.Receive<Id>>]
        public sealed record Receive([Input] Id Id) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Accept(Id Id) : Event;

        [Io<Udp.Send<Id>>]
        public sealed record Send(Address To, Id Id) : Event;

        [Internal]
        public sealed record Elect : Event;
    }

    public override State Initial => new(false, Set<Id>.Empty, Set<Id>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup => s with { Outbox = s.Outbox.Add(self) },
        Event.Receive(var id) => s with { Inbox = s.Inbox.Add(id) },
        Event.Accept(var id) when s.Inbox.Contains(id) && self.Index < id.Index => s with { Outbox = s.Outbox.Add(id) },
        Event.Send(var to, var id) when to == successor && s.Outbox.Contains(id) => s,
        Event.Elect when s.Inbox.Contains(self) => s with { Leader = true },
        _ => null,
    };

    [Ranking]
    public Set<Id> Unprepared(State s) => s.Inbox.Add(self).Except(s.Outbox);
}
