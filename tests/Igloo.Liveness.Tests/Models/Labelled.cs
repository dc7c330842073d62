namespace Igloo.Liveness.Tests.Models;

/// <summary>Any finite graph: its edges are the events of the universe, fair in groups.</summary>
public sealed class Labelled : EventSystem<Labelled.State, Labelled.Event>
{
    public sealed record State(int At);

    public abstract record Event
    {
        public sealed record Free(int From, int To) : Event;

        [WeaklyFair(Per = [nameof(Weak.Group)])]
        public sealed record Weak(int From, int To, int Group) : Event;

        [StronglyFair(Per = [nameof(Strong.Group)])]
        public sealed record Strong(int From, int To, int Group) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Free(var from, var to) when s.At == from => new State(to),
        Event.Weak(var from, var to, _) when s.At == from => new State(to),
        Event.Strong(var from, var to, _) when s.At == from => new State(to),
        _ => null,
    };

    [Eventually]
    public bool Visits(State s, int place) => s.At == place;

    [LeadsTo]
    public Response Answers(State s, int place) => LeadsTo(s.At == place, s.At == 2);
}
