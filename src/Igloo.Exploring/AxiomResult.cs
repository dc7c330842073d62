using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>Whether an axiom holds on one instance of its theory.</summary>
/// <param name="Axiom">The axiom.</param>
/// <param name="Counterexample">The values for which it fails; null where it holds.</param>
/// <param name="Fault">What the instance threw, if it did.</param>
public sealed record AxiomResult(ModelProperty Axiom, ImmutableArray<Argument>? Counterexample, Exception? Fault = null)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Counterexample is null && Fault is null;

    /// <inheritdoc/>
    public override string ToString() =>
        Fault is not null ? $"{Axiom.FullName} failed: {Fault.Message}"
        : Counterexample is { } arguments ? $"{Axiom.FullName} is violated with {string.Join(", ", arguments)}"
        : $"{Axiom.FullName} holds";
}
