namespace Igloo.Proving.Tests.Systems;

/// <summary>A door that opens once.</summary>
public sealed class Door : EventSystem<Door.State, Door.Event>
{
    public sealed record State(Set<Party> In);

    public abstract record Event
    {
        public sealed record Enter(Party Who) : Event;
    }

    public override State Initial => new(Set<Party>.Empty);

    public override State? Next(State s, Event e) => e is Event.Enter(var who) && s.In.All(p => p == who) ? s with { In = s.In.Add(who) } : null;

    [Invariant] public bool IsOne(State s, Party a, Party b) => Implies(s.In.Contains(a) && s.In.Contains(b), a == b);

    [Invariant] public bool PastIsState(State s, Past<Event> past, Party p) => past.Contains(new Event.Enter(p)) == s.In.Contains(p);

    [TraceProperty] public bool EntersAlone(Past<Event> before, Event.Enter now) => before.All<Event.Enter>(e => e.Who == now.Who);

    [TraceProperty] public bool OthersEnter(Past<Event> before, Event.Enter now) => before.All<Event.Enter>(e => e.Who != now.Who);

    [TraceProperty] public bool EntersOver(State s, Past<Event> before, Event.Enter now) => s.In.All(p => p == now.Who);
}

/// <summary>A door with a bell that anybody rings. No invariant speaks of its past.</summary>
public sealed class Porch : EventSystem<Porch.State, Porch.Event>
{
    public sealed record State(Set<Party> In);

    public abstract record Event
    {
        public sealed record Ring(Party Who) : Event;

        public sealed record Step(Party Who, Party Host) : Event;
    }

    public override State Initial => new(Set<Party>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Ring => s,
        Event.Step(var who, _) when s.In.All(p => p == who) => s with { In = s.In.Add(who) },
        _ => null,
    };

    [TraceProperty, Transports(typeof(PorchRefinesDoor), nameof(Door.EntersAlone))]
    public bool StepsAlone(Past<Event> before, Event.Step now) => before.All<Event.Step>(e => e.Who == now.Who);

    [TraceProperty, Transports(typeof(PorchRefinesDoor), nameof(Door.EntersAlone))]
    public bool HasOneHost(Past<Event> before, Event.Step now) => before.All<Event.Step>(e => e.Host == now.Host);

    [TraceProperty, Transports(typeof(PorchRefinesDoor), nameof(Door.EntersAlone))]
    public bool AnythingIsAlone(Past<Event> before, Event now) => now is not Event.Step(var who, _) || before.All<Event.Step>(e => e.Who == who);

    [TraceProperty, Transports(typeof(PorchRefinesDoor), nameof(Door.EntersAlone))]
    public bool RingsAlone(Past<Event> before, Event.Ring now) => before.All<Event.Ring>(e => e.Who == now.Who);

    [TraceProperty, Transports(typeof(PorchRefinesDoor), nameof(Door.OthersEnter))]
    public bool OthersStep(Past<Event> before, Event.Step now) => before.All<Event.Step>(e => e.Who != now.Who);

    [TraceProperty] public bool StepsAloneByInvariants(Past<Event> before, Event.Step now) => before.All<Event.Step>(e => e.Who == now.Who);
}

public sealed class PorchRefinesDoor() : Refinement<Porch.State, Porch.Event, Door.State, Door.Event>(new Porch(), new Door())
{
    public override bool Related(Porch.State c, Door.State a) => a.In == c.In;

    public override Door.Event? Mediate(Porch.Event e) => e is Porch.Event.Step(var who, _) ? new Door.Event.Enter(who) : null;
}

/// <summary>Claims to follow from itself.</summary>
public sealed class Circle : EventSystem<Circle.State, Circle.Event>
{
    public sealed record State(bool On);

    public abstract record Event
    {
        public sealed record Flip : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e is Event.Flip ? new State(!s.On) : null;

    [TraceProperty, Transports(typeof(CircleRefinesCircle), nameof(FlipsOnce))]
    public bool FlipsOnce(Past<Event> before, Event.Flip now) => !before.Exists<Event.Flip>(e => true);
}

public sealed class CircleRefinesCircle() : Refinement<Circle.State, Circle.Event, Circle.State, Circle.Event>(new Circle(), new Circle())
{
    public override bool Related(Circle.State c, Circle.State a) => c == a;

    public override Circle.Event? Mediate(Circle.Event e) => e;
}

/// <summary>Follows from a property that speaks of states.</summary>
public sealed class Hatch : EventSystem<Door.State, Door.Event>
{
    public override Door.State Initial => new(Set<Party>.Empty);

    public override Door.State? Next(Door.State s, Door.Event e) => e is Door.Event.Enter(var who) && s.In.All(p => p == who) ? s with { In = s.In.Add(who) } : null;

    [TraceProperty, Transports(typeof(HatchRefinesDoor), nameof(Door.EntersOver))]
    public bool EntersAlone(Past<Door.Event> before, Door.Event.Enter now) => before.All<Door.Event.Enter>(e => e.Who == now.Who);
}

public sealed class HatchRefinesDoor() : Refinement<Door.State, Door.Event, Door.State, Door.Event>(new Hatch(), new Door())
{
    public override bool Related(Door.State c, Door.State a) => c == a;

    public override Door.Event? Mediate(Door.Event e) => e;
}

/// <summary>Names the refinement of another system.</summary>
public sealed class Window : EventSystem<Door.State, Door.Event>
{
    public override Door.State Initial => new(Set<Party>.Empty);

    public override Door.State? Next(Door.State s, Door.Event e) => s;

    [TraceProperty, Transports(typeof(PorchRefinesDoor), nameof(Door.EntersAlone))]
    public bool EntersAlone(Past<Door.Event> before, Door.Event.Enter now) => before.All<Door.Event.Enter>(e => e.Who == now.Who);
}
