using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Money to share among any number of people, none included.</summary>
public sealed class Purse : EventSystem<Purse.State, Purse.Event>
{
    public sealed record State(int Left);

    public abstract record Event
    {
        public sealed record Share(int People) : Event;
    }

    public override State Initial => new(100);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Share(var people) => new State(s.Left / people),
        _ => null,
    };

    /// <summary>Something is left.</summary>
    [Invariant]
    public bool SomethingIsLeft(State s) => s.Left > 0;
}
