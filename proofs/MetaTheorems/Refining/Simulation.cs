using System.Collections.Immutable;

namespace MetaTheorems.Refining;

/// <summary>Simulation relations between finite systems modulo a mediator.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.1.2.</remarks>
internal sealed record Simulation(FiniteSystem Concrete, FiniteSystem Abstract, Func<char, char> Mediator)
{
    /// <summary>Whether condition 2 asks for related successors, as it must.</summary>
    public bool RelatesSuccessors { get; init; } = true;

    /// <summary>Whether condition 1 is asked for, as it must be.</summary>
    public bool RelatesInitialStates { get; init; } = true;

    /// <summary>A refinement that mostly holds: states are split, transitions are left out, events that map to skip are added.</summary>
    public static Simulation Refined(Random random, FiniteSystem @abstract, string events)
    {
        var mediator = RandomMediator(random, events, @abstract.Events);
        int Copy(int state) => (2 * state) + random.Next(2);
        var transitions =
            from t in @abstract.Transitions
            from e in events.Where(e => mediator(e) == t.Event)
            from _ in Enumerable.Range(0, random.Next(3))
            select (Copy(t.Before), e, Copy(t.After));
        return new(new(2 * @abstract.States, events, transitions.ToArray(), @abstract.Initial.Select(Copy)), @abstract, mediator);
    }

    /// <summary>Two unrelated systems.</summary>
    public static Simulation Unrelated(Random random, FiniteSystem @abstract, int states, string events) =>
        new(FiniteSystem.Random(random, states, events), @abstract, RandomMediator(random, events, @abstract.Events));

    /// <summary>The greatest relation that satisfies condition 2. Every simulation is part of it.</summary>
    public ImmutableHashSet<(int Concrete, int Abstract)> Greatest()
    {
        ImmutableHashSet<(int, int)> relation =
            [.. from c in Enumerable.Range(0, Concrete.States) from a in Enumerable.Range(0, Abstract.States) select (c, a)];
        while (true)
        {
            var next = relation.Where(pair => IsMatched(pair, relation)).ToImmutableHashSet();
            if (next.Count == relation.Count) return relation;
            relation = next;
        }
    }

    /// <summary>Both conditions of a simulation.</summary>
    public bool IsSimulation(ImmutableHashSet<(int Concrete, int Abstract)> relation) =>
        CoversInitialStates(relation) && relation.All(pair => IsMatched(pair, relation));

    /// <summary>Condition 1.</summary>
    public bool CoversInitialStates(ImmutableHashSet<(int Concrete, int Abstract)> relation) =>
        !RelatesInitialStates || Concrete.Initial.All(c => Abstract.Initial.Any(a => relation.Contains((c, a))));

    /// <summary>A trace up to a length whose image is no trace of the abstract system, or null.</summary>
    public string? NotIncluded(int length) => Concrete.Traces(length).FirstOrDefault(t => !Abstract.HasTrace(t.Mediated(Mediator)));

    private static Func<char, char> RandomMediator(Random random, string from, string to)
    {
        var map = from.ToDictionary(e => e, _ => random.Next(4) == 0 ? FiniteSystem.Skip : to[random.Next(to.Length)]);
        return e => e == FiniteSystem.Skip ? e : map[e];
    }

    private bool IsMatched((int Concrete, int Abstract) pair, ImmutableHashSet<(int, int)> relation) =>
        (Concrete.Events + FiniteSystem.Skip).All(e => Concrete.After(pair.Concrete, e).All(c =>
            Abstract.After(pair.Abstract, Mediator(e)).Any(a => !RelatesSuccessors || relation.Contains((c, a)))));
}
