using System.Collections.Immutable;
using MetaTheorems.Sampling;

namespace MetaTheorems.Refining;

/// <summary>Theorem 2.1 and lemma 2.2 about one random case.</summary>
internal static class RefinementStatements
{
    private const int Length = 4;
    private const string ConcreteEvents = "xyz";
    private const string AbstractEvents = "ab";

    /// <summary>Theorem 2.1: refinement implies π(traces(E₂)) ⊆ traces(E₁).</summary>
    /// <param name="sample">The case.</param>
    /// <param name="vary">A change of the rules, to break them.</param>
    public static Outcome SimulationImpliesInclusion(Sample sample, Func<Simulation, Simulation>? vary = null)
    {
        var simulation = Case(sample).Simulation;
        simulation = vary?.Invoke(simulation) ?? simulation;
        if (!simulation.IsSimulation(simulation.Greatest())) return Outcome.Vacuous;
        if (simulation.NotIncluded(Length) is { } trace) return Outcome.Contradicted($"{trace} maps to {trace.Mediated(simulation.Mediator)}");
        return Confirmed(simulation.Concrete.Traces(Length).Any(t => t.Mediated(simulation.Mediator).HasEvents(2)));
    }

    /// <summary>A relation with one pair that is not in the greatest simulation is none.</summary>
    public static Outcome BrokenRelationIsNoSimulation(Sample sample)
    {
        var (simulation, random) = Case(sample);
        var greatest = simulation.Greatest();
        (int, int)[] others =
        [
            .. from c in Enumerable.Range(0, simulation.Concrete.States)
               from a in Enumerable.Range(0, simulation.Abstract.States)
               where !greatest.Contains((c, a))
               select (c, a),
        ];
        if (!simulation.IsSimulation(greatest) || others.Length == 0) return Outcome.Vacuous;
        var pair = others[random.Next(others.Length)];
        return simulation.IsSimulation(greatest.Add(pair)) ? Outcome.Contradicted($"{pair} may be added") : Outcome.Confirmed;
    }

    /// <summary>Lemma 2.2: with the traces included, what all traces of E₁ satisfy holds of E₂ through π⁻¹.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="includes">Whether the premise that traces are included is made.</param>
    public static Outcome PropertiesAreTransported(Sample sample, bool includes = true)
    {
        var (simulation, random) = Case(sample);
        // A trace property: all words but some that are no traces of E₁.
        var allowed = simulation.Abstract.Traces(Length);
        ImmutableHashSet<string> forbidden = [.. Words.UpTo(Length, AbstractEvents + FiniteSystem.Skip, _ => true).Where(w => !allowed.Contains(w) && random.Next(2) == 0)];
        if (includes && simulation.NotIncluded(Length) is not null) return Outcome.Vacuous;
        var violation = simulation.Concrete.Traces(Length).FirstOrDefault(t => forbidden.Contains(t.Mediated(simulation.Mediator)));
        if (violation is not null) return Outcome.Contradicted($"{violation} maps to {violation.Mediated(simulation.Mediator)}");
        return Confirmed(Words.UpTo(Length, ConcreteEvents, _ => true).Any(w => forbidden.Contains(w.Mediated(simulation.Mediator))));
    }

    private static (Simulation Simulation, Random Random) Case(Sample sample)
    {
        var random = sample.Random();
        var @abstract = FiniteSystem.Random(random, sample.Size, AbstractEvents);
        return (random.Next(2) == 0
            ? Simulation.Refined(random, @abstract, ConcreteEvents)
            : Simulation.Unrelated(random, @abstract, sample.Size, ConcreteEvents), random);
    }

    private static Outcome Confirmed(bool isRelevant) => isRelevant ? Outcome.Confirmed : Outcome.Vacuous;
}
