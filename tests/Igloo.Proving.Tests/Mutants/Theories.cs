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
