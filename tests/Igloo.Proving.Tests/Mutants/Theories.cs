namespace Igloo.Proving.Tests.Mutants;

/// <summary>A carrier.</summary>
[Sort]
public readonly record struct Thing(int Index);

/// <summary>Nothing satisfies these axioms.</summary>
public interface IContradiction : ITheory
{
    bool Likes(Thing a, Thing b);

    [Axiom] bool EverybodyLikes(Thing a, Thing b) => Likes(a, b);

    [Axiom] bool NobodyLikesItself(Thing a) => !Likes(a, a);
}

/// <summary>Only worlds with at most two things satisfy these axioms.</summary>
public interface ISmallWorld : ITheory
{
    Thing First { get; }

    Thing Second { get; }

    [Axiom] bool ThereAreTwo(Thing a) => a == First || a == Second;
}

/// <summary>Numbers of things, all different.</summary>
public interface INumbering : ITheory
{
    Domain<Thing> Things { get; }

    int NumberOf(Thing a);

    [Axiom] bool NumbersAreUnique(Thing a, Thing b) => Implies(NumberOf(a) == NumberOf(b), a == b);
}

/// <summary>The position as number.</summary>
[Instances(1, 3)]
public sealed class Positions(int size) : INumbering
{
    public Domain<Thing> Things { get; } = new(Enumerable.Range(0, size).Select(i => new Thing(i)));

    public int NumberOf(Thing a) => a.Index;
}

/// <summary>The same number for the first two.</summary>
[Instances(1, 3)]
public sealed class Halves(int size) : INumbering
{
    public Domain<Thing> Things { get; } = new(Enumerable.Range(0, size).Select(i => new Thing(i)));

    public int NumberOf(Thing a) => a.Index / 2;
}

/// <summary>Two domains of one sort.</summary>
public interface ISides : ITheory
{
    Domain<Thing> Left { get; }

    Domain<Thing> Right { get; }
}

/// <summary>Both sides are all there is.</summary>
[Instances(1, 3)]
public sealed class SameSides(int size) : ISides
{
    public Domain<Thing> Left { get; } = new(Enumerable.Range(0, size).Select(i => new Thing(i)));

    public Domain<Thing> Right => Left;
}

/// <summary>Each side has its own things.</summary>
[Instances(1, 3)]
public sealed class OwnSides(int size) : ISides
{
    public Domain<Thing> Left { get; } = new([new Thing(0)]);

    public Domain<Thing> Right { get; } = new(Enumerable.Range(0, size).Select(i => new Thing(i)));
}

/// <summary>A system over an inconsistent theory: everything is proved, and nothing of it counts.</summary>
public sealed class Nonsense(IContradiction theory) : EventSystem<Nonsense.State, Nonsense.Event>
{
    public sealed record State(Set<Thing> Seen);

    public abstract record Event
    {
        public sealed record See(Thing What) : Event;
    }

    public override State Initial => new(Set<Thing>.Empty);

    public override State? Next(State s, Event e) => e is Event.See(var what) && theory.Likes(what, what) ? s with { Seen = s.Seen.Add(what) } : null;

    [Invariant] public bool NothingIsSeen(State s) => s.Seen.IsEmpty;
}

/// <summary>Operations whose results have lengths and counts.</summary>
public interface IJourney : ITheory
{
    Seq<Thing> Path(Thing from);

    Bag<Thing> Luggage { get; }
}

/// <summary>Counts what it passes; a length is never negative, and nothing else says so.</summary>
public sealed class Traveller(IJourney journey) : EventSystem<Traveller.State, Traveller.Event>
{
    public sealed record State(int Steps, int Pieces);

    public abstract record Event
    {
        public sealed record Go(Thing From) : Event;

        public sealed record Pack(Thing What) : Event;
    }

    public override State Initial => new(0, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Go(var from) => s with { Steps = s.Steps + journey.Path(from).Count },
        Event.Pack(var what) => s with { Pieces = s.Pieces + journey.Luggage.CountOf(what) },
        _ => null,
    };

    [Invariant] public bool NothingIsLost(State s) => s.Steps >= 0 && s.Pieces >= 0;

    [Invariant] public bool NobodyLeaves(State s) => s.Steps == 0;
}

/// <summary>The first axiom divides by what only the second says not to be zero.</summary>
public interface IShares : ITheory
{
    int Whole { get; }

    int PartOf(Thing a);

    [Axiom] bool PartsFit(Thing a) => Whole / PartOf(a) >= 1;

    [Axiom] bool PartsArePositive(Thing a) => PartOf(a) > 0;

    [Axiom] bool PartsAreHalves(Thing a) => Whole / PartOf(a) == 2;
}
