using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Scribes at one board that holds the last word only: the order of their events matters.</summary>
public sealed class Board() : Composition<Board.Slate.State, Board.Slate.Event, Id, Board.Scribe.State, Board.Scribe.Event>(new Slate())
{
    public override Domain<Id> Indices { get; } = new([new Id(0), new Id(1)]);

    public override Scribe Component(Id index) => new();

    public override Step? Partner(Slate.Event e) => e switch
    {
        Slate.Event.Written(var by, var word) => new Step(by, new Scribe.Event.Write(word)),
        Slate.Event.Seen(var by, var word) => new Step(by, new Scribe.Event.Read(word)),
        _ => null,
    };

    public sealed class Chalk : IoOperation<int, Unit>;

    [Blocking]
    public sealed class Look : IoOperation<Unit, int>;

    public sealed class Slate : EventSystem<Slate.State, Slate.Event>
    {
        public sealed record State(int Word);

        public abstract record Event
        {
            public sealed record Written(Id By, int Word) : Event;

            public sealed record Seen(Id By, int Word) : Event;
        }

        public override State Initial => new(0);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Written(_, var word) => new State(word),
            Event.Seen(_, var word) when s.Word == word => s,
            _ => null,
        };
    }

    public sealed class Scribe : Component<Scribe.State, Scribe.Event>
    {
        public sealed record State;

        public abstract record Event
        {
            [Io<Chalk>]
            public sealed record Write(int Word) : Event;

            [Io<Look>]
            public sealed record Read([Input] int Word) : Event;
        }

        public override State Initial => new();

        public override State? Next(State s, Event e) => s;
    }
}
