namespace Igloo.Proving.Tests.Automatic;

/// <summary>Something to sort.</summary>
[Sort]
public readonly record struct Parcel(int Index);

/// <summary>Sorts by itself what it has received, in any order, and sends what is sorted.</summary>
public sealed class Sorter : Component<Sorter.State, Sorter.Event>
{
    public sealed record State(Set<Parcel> Waiting, Set<Parcel> Sorted);

    public abstract record Event
    {
        [Io<Udp.Receive<Parcel>>]
        public sealed record Receive([Input] Parcel Parcel) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Sort(Parcel Parcel) : Event;

        [Io<Udp.Send<Parcel>>]
        public sealed record Send(Address To, Parcel Parcel) : Event;

        [Internal]
        public sealed record Forget(Parcel Parcel) : Event;
    }

    public override State Initial => new(Set<Parcel>.Empty, Set<Parcel>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var parcel) => s with { Waiting = s.Waiting.Add(parcel) },
        Event.Sort(var parcel) when s.Waiting.Contains(parcel) => new(s.Waiting.Remove(parcel), s.Sorted.Add(parcel)),
        Event.Send(_, var parcel) when s.Sorted.Contains(parcel) => s,
        Event.Forget => s,
        _ => null,
    };

    [Ranking]
    public Set<Parcel> Unsorted(State s) => s.Waiting;
}
