using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A state with a field of each kind.</summary>
public sealed class Everything : EventSystem<Everything.State, Everything.Event>
{
    public enum Colour { Red, Green }

    public sealed record State(
        Map<Client, Set<Client>> Inbox,
        Map<int, bool> Marks,
        FiniteMap<Client, int> Ages,
        Bag<Client> Crowd,
        Seq<Client> Queue,
        Set<(Client Who, Colour What)> Painted,
        Client? Boss,
        Shape Form,
        long Big);

    public abstract record Shape
    {
        public sealed record Point : Shape;

        public sealed record Box(int Width, Client Owner) : Shape;
    }

    public abstract record Event
    {
        public sealed record Paint(Client Who, Colour What) : Event;
    }

    public override State Initial => new(
        Map<Client, Set<Client>>.Constant(Set<Client>.Empty), Map<int, bool>.Constant(false), FiniteMap<Client, int>.Empty, Bag<Client>.Empty,
        Seq<Client>.Empty, Set<(Client Who, Colour What)>.Empty, null, new Shape.Point(), 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Paint(var who, var what) => s with { Painted = s.Painted.Add((who, what)) },
        _ => null,
    };
}
