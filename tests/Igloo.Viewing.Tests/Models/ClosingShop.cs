namespace Igloo.Viewing.Tests.Models;

/// <summary>A shop that serves every visitor once and then stands still.</summary>
public sealed class ClosingShop : EventSystem<ClosingShop.State, ClosingShop.Event>
{
    public sealed record State(Set<Visitor> Served);

    public abstract record Event
    {
        public sealed record Serve(Visitor Visitor) : Event;
    }

    public override State Initial => new(Set<Visitor>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Serve(var v) when !s.Served.Contains(v) => s with { Served = s.Served.Add(v) },
        _ => null,
    };
}
