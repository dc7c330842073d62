using LockServer;
using Mutex = LockServer.Mutex;

namespace Igloo.Proving.Tests.Automatic;

/// <summary>The server of the lock as a component that hands the token out by itself.</summary>
public sealed class Cashier : Component<Cashier.State, Cashier.Event>
{
    public sealed record State(bool HasToken);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record HandOut(Client Client) : Event;

        [Io<Udp.Receive<Client>>]
        public sealed record Receive([Input] Client Client) : Event;
    }

    public override State Initial => new(HasToken: true);

    public override State? Next(State s, Event e) => e switch
    {
        Event.HandOut when s.HasToken => new State(HasToken: false),
        Event.Receive => s,
        _ => null,
    };

    [Ranking]
    public int Left(State s) => s.HasToken ? 1 : 0;
}

/// <summary>What the lock's protocol sees of it. That it is a simulation is not claimed here.</summary>
public sealed class CashierRefinesLock()
    : Refinement<Cashier.State, Cashier.Event, LockProtocol.State, LockProtocol.Event>(new Cashier(), new LockProtocol())
{
    public override bool Related(Cashier.State c, LockProtocol.State a) => a.ServerHasToken == c.HasToken;

    public override LockProtocol.Event? Mediate(Cashier.Event e) => e is Cashier.Event.HandOut(var client) ? new LockProtocol.Event.Grant(client) : null;
}

/// <summary>Who was granted the lock. It stands above the protocol, and not in the protocol's assembly.</summary>
public sealed class Roster : EventSystem<Roster.State, Roster.Event>
{
    public sealed record State(Set<Client> Granted);

    public abstract record Event
    {
        public sealed record Granted(Client Client) : Event;
    }

    public override State Initial => new(Set<Client>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Granted(var client) => s with { Granted = s.Granted.Add(client) },
        _ => null,
    };

    /// <summary>Said of every grant.</summary>
    [TraceProperty]
    public bool EachIsGrantedOnce(Past<Event> before, Event.Granted now) => !before.Contains(new Event.Granted(now.Client));
}

/// <summary>The roster sees grants.</summary>
public sealed class LockProtocolRefinesRoster()
    : Refinement<LockProtocol.State, LockProtocol.Event, Roster.State, Roster.Event>(new LockProtocol(), new Roster())
{
    public override bool Related(LockProtocol.State c, Roster.State a) => c.Grants.All(g => a.Granted.Contains(g));

    public override Roster.Event? Mediate(LockProtocol.Event e) => e is LockProtocol.Event.Grant(var client) ? new Roster.Event.Granted(client) : null;
}

/// <summary>To this one, a grant takes hold of the mutex at once.</summary>
public sealed class GrantIsAcquisition()
    : Refinement<LockProtocol.State, LockProtocol.Event, Mutex.State, Mutex.Event>(new LockProtocol(), new Mutex())
{
    public override bool Related(LockProtocol.State c, Mutex.State a) => c.ServerHasToken == (a.Holder is null);

    public override Mutex.Event? Mediate(LockProtocol.Event e) => e switch
    {
        LockProtocol.Event.Grant(var client) => new Mutex.Event.Acquire(client),
        LockProtocol.Event.Release(var client) => new Mutex.Event.Release(client),
        _ => null,
    };
}
