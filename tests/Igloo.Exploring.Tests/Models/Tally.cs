namespace Igloo.Exploring.Tests.Models;

/// <summary>A switch, and a claim about every number.</summary>
public sealed class Tally : EventSystem<Tally.State, Tally.Event>
{
    public sealed record State(bool IsOn);

    public abstract record Event
    {
        public sealed record Switch : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Switch when !s.IsOn => new State(true),
        _ => null,
    };

    [Invariant]
    public bool IsSmall(State s, int bound) => !s.IsOn || bound < 7;
}
