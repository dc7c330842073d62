using Igloo.Components;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Notes numbers, and forgets them all at once.</summary>
public sealed class Ledgers : Component<Ledgers.State, Ledgers.Event>
{
    public sealed record State(Set<int> Notes, int Last);

    public abstract record Event
    {
        [Internal]
        public sealed record Note(int N) : Event;

        [Internal]
        public sealed record Clear : Event;
    }

    public override State Initial => new(Set<int>.Empty, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Note(var n) => new(s.Notes.Add(n), n),
        Event.Clear => s with { Notes = Set<int>.Empty },
        _ => null,
    };
}
