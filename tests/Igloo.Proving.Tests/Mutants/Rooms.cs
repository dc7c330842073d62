namespace Igloo.Proving.Tests.Mutants;

/// <summary>Elements with two parts that may be missing: without the first is not without the second, so somebody does leave.</summary>
public sealed class Rooms : EventSystem<Rooms.State, Rooms.Event>
{
    public sealed record Booking(int? Morning, int? Evening);

    public sealed record State(Set<Booking> Bookings, bool HasLeft);

    public abstract record Event
    {
        public sealed record BookMorning(int Guest) : Event;

        public sealed record Leave(int Guest) : Event;
    }

    public override State Initial => new(Set<Booking>.Empty, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.BookMorning(var guest) => s with { Bookings = s.Bookings.Add(new Booking(guest, null)) },
        Event.Leave(var guest) when s.Bookings.Contains(new Booking(guest, null)) && !s.Bookings.Contains(new Booking(null, guest)) => s with { HasLeft = true },
        _ => null,
    };

    [Invariant] public bool NobodyLeaves(State s) => !s.HasLeft;
}

/// <summary>Elements whose missing parts have different types.</summary>
public sealed class Parcels : EventSystem<Parcels.State, Parcels.Event>
{
    public sealed record Parcel(int? Weight, bool? IsFragile);

    public sealed record State(Set<Parcel> Sent);

    public abstract record Event
    {
        public sealed record Send(int Weight) : Event;
    }

    public override State Initial => new(Set<Parcel>.Empty);

    public override State? Next(State s, Event e) => e is Event.Send(var weight) ? s with { Sent = s.Sent.Add(new Parcel(weight, null)) } : null;

    [Invariant] public bool AllAreWeighed(State s, Parcel parcel) => !s.Sent.Contains(parcel) || parcel.Weight is not null;
}
