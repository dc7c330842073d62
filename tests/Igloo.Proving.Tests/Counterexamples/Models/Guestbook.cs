namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Names in a set: no finite list of keys can show it.</summary>
public sealed class Guestbook : EventSystem<Guestbook.State, Guestbook.Event>
{
    public sealed record State(Set<string> Names, string Last);

    public abstract record Event
    {
        public sealed record Sign(string Name) : Event;
    }

    public override State Initial => new(Set<string>.Empty, "");

    public override State? Next(State s, Event e) => e switch
    {
        Event.Sign(var name) => s with { Names = s.Names.Add(name), Last = name },
        _ => null,
    };

    [Invariant]
    public bool NobodyIsKnown(State s, string name) => !s.Names.Contains(name);
}
