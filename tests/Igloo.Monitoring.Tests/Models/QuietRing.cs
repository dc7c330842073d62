using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Two nodes that report elections only, over a line that takes each message once and keeps it.</summary>
public sealed class QuietRing() : Composition<QuietRing.Line.State, QuietRing.Line.Event, Id, QuietNode.State, QuietNode.Event>(new Line())
{
    public override Domain<Id> Indices { get; } = new([new Id(0), new Id(1)]);

    public override QuietNode Component(Id index) => new(index, AddressOf(1 - index.Index));

    public override Step? Partner(Line.Event e) => e switch
    {
        Line.Event.Transmit(var from, var message) => new Step(from, new QuietNode.Event.Send(AddressOf(1 - from.Index), message)),
        Line.Event.Deliver(var at, var message) => new Step(at, new QuietNode.Event.Receive(message)),
        _ => null,
    };

    public static Address AddressOf(int node) => new(node);

    public sealed class Line : EventSystem<Line.State, Line.Event>
    {
        public sealed record State(Set<(Id To, Id Message)> Channel);

        public abstract record Event
        {
            public sealed record Transmit(Id From, Id Message) : Event;

            public sealed record Deliver(Id At, Id Message) : Event;
        }

        public override State Initial => new(Set<(Id, Id)>.Empty);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Transmit(var from, var message) when !s.Channel.Contains((new Id(1 - from.Index), message)) => new State(s.Channel.Add((new Id(1 - from.Index), message))),
            Event.Deliver(var at, var message) when s.Channel.Contains((at, message)) => s,
            _ => null,
        };
    }
}
