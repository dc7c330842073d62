namespace Igloo.Proving.Tests.Mutants;

/// <summary>Two lemmas of which each would prove the other, and neither holds.</summary>
public sealed class CircularLemmas : EventSystem<CircularLemmas.State, CircularLemmas.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Add : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Add ? s with { Count = s.Count + 1 } : null;

    [Lemma] public bool NeverFive(State s) => s.Count != 5;

    [Lemma] public bool NeverFiveAgain(State s) => s.Count != 5;

    [Invariant] public bool IsSmall(State s) => s.Count <= 5;
}

/// <summary>Needs arithmetic that no solver decides: no cube is the sum of two others.</summary>
public sealed class Cubes : EventSystem<Cubes.State, Cubes.Event>
{
    public sealed record State(bool Found);

    public abstract record Event
    {
        public sealed record Try(int X, int Y, int Z) : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Try(var x, var y, var z) when x > 0 && y > 0 && z > 0 => new State(s.Found || x * x * x + y * y * y == z * z * z),
        _ => null,
    };

    [Invariant] public bool NothingIsFound(State s) => !s.Found;
}
