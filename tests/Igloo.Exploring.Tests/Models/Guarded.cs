namespace Igloo.Exploring.Tests.Models;

/// <summary>Lets pass whom it has not while it is full: its guard is a negated conjunction.</summary>
public sealed class Guarded : EventSystem<Guarded.State, Guarded.Event>
{
    public sealed record State(Set<int> Inside, int Count);

    public abstract record Event
    {
        public sealed record Pass(int Who) : Event;
    }

    public override State Initial => new([], 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Pass(var who) when !(s.Inside.Contains(who) && s.Count > 4) => s with { Inside = s.Inside.Add(who) },
        _ => null,
    };
}
