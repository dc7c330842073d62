using Igloo.Components;

namespace Igloo.Exploring.Tests.Models;

/// <summary>What is offered may be any value of a type, which nothing restricts.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class Offers<T> : EventSystem<Offers<T>.State, Offers<T>.Event>
    where T : notnull
{
    public sealed record State(int Count, bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;

        public sealed record Offer(T Value) : Event;
    }

    public override State Initial => new(0, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when !s.IsOpen => s with { IsOpen = true },
        Event.Offer when s.IsOpen && s.Count < 2 => s with { Count = s.Count + 1 },
        _ => null,
    };
}

/// <summary>Hands any message of a type to any participant.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class Couriers<T> : EventSystem<Couriers<T>.State, Couriers<T>.Event>
    where T : notnull
{
    public sealed record State(bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;

        public sealed record Hand(Participant To, T Message) : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when !s.IsOpen => new State(true),
        Event.Hand when s.IsOpen => s,
        _ => null,
    };
}

public static class Doorstep
{
    public sealed class Take : IoOperation<Unit, Seq<Participant>>
    {
        public override string Name => "take";
    }
}

/// <summary>Takes one message.</summary>
public sealed class Addressee : Component<Addressee.State, Addressee.Event>
{
    public sealed record State(bool HasOne);

    public abstract record Event
    {
        [Io<Doorstep.Take>]
        public sealed record Receive([Input] Seq<Participant> Message) : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive when !s.HasOne => new State(true),
        _ => null,
    };
}

/// <summary>Couriers and addressees.</summary>
public sealed class Street(IParticipants participants)
    : Composition<Couriers<Seq<Participant>>.State, Couriers<Seq<Participant>>.Event, Participant, Addressee.State, Addressee.Event>(new Couriers<Seq<Participant>>())
{
    public override Domain<Participant> Indices => participants.All;

    public override Component<Addressee.State, Addressee.Event> Component(Participant index) => new Addressee();

    public override Step? Partner(Couriers<Seq<Participant>>.Event e) => e switch
    {
        Couriers<Seq<Participant>>.Event.Hand(var to, var message) => new Step(to, new Addressee.Event.Receive(message)),
        _ => null,
    };
}
