using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Clients that ask and servers that answer: a system of two families.</summary>
public sealed class Pings() : Composition<Pings.Wire.State, Pings.Wire.Event, Id, Pings.Client.State, Pings.Client.Event, Id, Pings.Server.State, Pings.Server.Event>(new Wire())
{
    public override Domain<Id> FirstIndices { get; } = new([new Id(0), new Id(1)]);

    public override Domain<Id> SecondIndices { get; } = new([new Id(0)]);

    public override Client First(Id index) => new(index);

    public override Server Second(Id index) => new();

    public override Step? Partner(Wire.Event e) => e switch
    {
        Wire.Event.Asked(var client) => new Step.OfFirst(client, new Client.Event.Ask(client)),
        Wire.Event.Heard(var server, var client) => new Step.OfSecond(server, new Server.Event.Hear(client)),
        Wire.Event.Answered(var server, var client) => new Step.OfSecond(server, new Server.Event.Answer(client)),
        Wire.Event.Told(var client) => new Step.OfFirst(client, new Client.Event.Learn(client)),
        _ => null,
    };

    public sealed class Say : IoOperation<Id, Unit>;

    [Blocking]
    public sealed class Listen : IoOperation<Unit, Id>;

    public sealed class Wire : EventSystem<Wire.State, Wire.Event>
    {
        public sealed record State(Set<Id> Questions, Set<Id> Answers);

        public abstract record Event
        {
            public sealed record Asked(Id Client) : Event;

            public sealed record Heard(Id Server, Id Client) : Event;

            public sealed record Answered(Id Server, Id Client) : Event;

            public sealed record Told(Id Client) : Event;
        }

        public override State Initial => new(Set<Id>.Empty, Set<Id>.Empty);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Asked(var client) => s with { Questions = s.Questions.Add(client) },
            Event.Heard(_, var client) when s.Questions.Contains(client) => s,
            Event.Answered(_, var client) => s with { Answers = s.Answers.Add(client) },
            Event.Told(var client) when s.Answers.Contains(client) => s,
            _ => null,
        };
    }

    public sealed class Client(Id self) : Component<Client.State, Client.Event>
    {
        public sealed record State(bool Asked, bool Knows);

        public abstract record Event
        {
            [Io<Say>]
            public sealed record Ask(Id Client) : Event;

            [Io<Listen>]
            public sealed record Learn([Input] Id Client) : Event;
        }

        public override State Initial => new(false, false);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Ask(var client) when client == self => s with { Asked = true },
            Event.Learn => s with { Knows = true },
            _ => null,
        };
    }

    public sealed class Server : Component<Server.State, Server.Event>
    {
        public sealed record State(Set<Id> Heard);

        public abstract record Event
        {
            [Io<Listen>]
            public sealed record Hear([Input] Id Client) : Event;

            [Io<Say>]
            public sealed record Answer(Id Client) : Event;
        }

        public override State Initial => new(Set<Id>.Empty);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Hear(var client) => s with { Heard = s.Heard.Add(client) },
            Event.Answer(var client) when s.Heard.Contains(client) => s,
            _ => null,
        };
    }
}
