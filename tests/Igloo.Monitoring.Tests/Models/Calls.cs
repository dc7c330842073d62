using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Two ends of a line that say and hear numbers until they hang up. Whether a number that could not be said was said is unknown.</summary>
/// <param name="isOrdered">Whether the line is first in, first out; otherwise it may lose, repeat and reorder.</param>
public sealed class Calls(bool isOrdered) : Composition<Calls.Line.State, Calls.Line.Event, Id, Calls.End.State, Calls.End.Event>(new Line(isOrdered))
{
    public override Domain<Id> Indices { get; } = new([new Id(0), new Id(1)]);

    public override End Component(Id index) => new();

    public override Step? Partner(Line.Event e) => e switch
    {
        Line.Event.Said(var by, var n) => new(by, new End.Event.Say(n)),
        Line.Event.Heard(var at, var n) => new(at, new End.Event.Hear(n)),
        _ => null,
    };

    public sealed class End : Component<End.State, End.Event>
    {
        public sealed record State(bool IsOpen, int Said, int Heard);

        public abstract record Event
        {
            [Io<Operations.Uncertain>]
            public sealed record Say(int N) : Event;

            [Io<Connection.Receive<int>>]
            public sealed record Hear([Input] int N) : Event;

            /// <summary>Takes the permission of every input, so it is refused while one is in flight.</summary>
            [Internal]
            public sealed record HangUp : Event;
        }

        public override State Initial => new(true, 0, 0);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Say when s.IsOpen => s with { Said = s.Said + 1 },
            Event.Hear when s.IsOpen => s with { Heard = s.Heard + 1 },
            Event.HangUp => s with { IsOpen = false },
            _ => null,
        };
    }

    public sealed class Line(bool isOrdered) : EventSystem<Line.State, Line.Event>
    {
        public sealed record State(Map<Id, Seq<int>> Coming);

        public abstract record Event
        {
            public sealed record Said(Id By, int N) : Event;

            public sealed record Heard(Id At, int N) : Event;
        }

        public override State Initial => new(Map<Id, Seq<int>>.Constant(Seq<int>.Empty));

        public override State? Next(State s, Event e) => e switch
        {
            Event.Said(var by, var n) => With(s, new(1 - by.Index), s.Coming[new(1 - by.Index)].Append(n)),
            Event.Heard(var at, var n) when isOrdered && !s.Coming[at].IsEmpty && s.Coming[at].First == n => With(s, at, s.Coming[at].Rest),
            Event.Heard(var at, var n) when !isOrdered && s.Coming[at].Contains(n) => s,
            _ => null,
        };

        private static State With(State s, Id at, Seq<int> coming) => new(s.Coming.Set(at, coming));
    }
}
