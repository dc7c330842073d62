using Igloo.Exploring;
using Igloo.Terms;

namespace Igloo.Testing;

/// <summary>Turns what explorations find into passing and failing tests.</summary>
public static class ExplorationAssertions
{
    /// <summary>Passes if the search was complete and no property failed.</summary>
    /// <param name="exploration">The result.</param>
    /// <exception cref="ModelFailureException">A property failed, or the search was cut.</exception>
    public static void AssertHolds(this Exploration exploration)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        exploration.AssertNoViolation();
        if (!exploration.IsComplete) throw new ModelFailureException($"The search was cut, so nothing is known of the rest.\n{exploration}");
    }

    /// <summary>Passes if no property failed as far as the search went.</summary>
    /// <param name="exploration">The result.</param>
    /// <exception cref="ModelFailureException">A property failed.</exception>
    public static void AssertNoViolation(this Exploration exploration)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        if (exploration.Violations is [var violation, ..]) throw Failure(violation, $"{exploration}\n{violation}");
    }

    /// <summary>Passes if the relation is a simulation on everything reachable.</summary>
    /// <param name="verdict">The result.</param>
    /// <exception cref="ModelFailureException">A requirement failed, or the search was cut.</exception>
    public static void AssertHolds(this RefinementVerdict verdict)
    {
        if (verdict is not RefinementVerdict.Holds) throw new ModelFailureException($"{verdict}");
    }

    /// <summary>Passes if an axiom holds on an instance.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="ModelFailureException">It does not hold.</exception>
    public static void AssertHolds(this AxiomResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Holds) throw Failure(result.Axiom, result.ToString());
    }

    /// <summary>A failed simulation, at the relation or the mediator that is to blame.</summary>
    internal static ModelFailureException Failure(Type model, RefinementVerdict.SimulationFailed failed, string message)
    {
        string[] names = failed.Failure is RefinementFailure.InitialUnrelated or RefinementFailure.Unrelated or RefinementFailure.WitnessNotInitial
            ? ["Related"]
            : ["Mediate", "Forth"];
        return TermRegistry.Declared(model).FirstOrDefault(f => names.Contains(f.Name)) is { } found
            ? new ModelFailureException($"{message}\n     at {model.Name}.{found.Name} in {found.Source.File}:line {found.Source.Line}", $"{model.Name}.{found.Name}", found.Source)
            : new ModelFailureException(message);
    }

    internal static ModelFailureException Failure(Violation violation, string message) =>
        violation.Property is { } property ? Failure(property, message) : new ModelFailureException(message);

    internal static ModelFailureException Failure(ModelProperty property, string message) =>
        property.Source is { } source ? new ModelFailureException(message, property.FullName, source) : new ModelFailureException(message);
}
