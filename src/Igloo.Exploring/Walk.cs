using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>What following one run through a model has found.</summary>
/// <param name="Run">The run, up to the first failure.</param>
/// <param name="Choices">The choices that make exactly this run: of an initial state, then of each event by its own number, so that one can be left out without changing the others.</param>
/// <param name="Violation">The property of a system that failed, or null.</param>
/// <param name="SimulationFailed">The requirement of a refinement or equality that failed, or null.</param>
public sealed record Walk(Run Run, ImmutableArray<int> Choices, Violation? Violation = null, RefinementVerdict.SimulationFailed? SimulationFailed = null)
{
    /// <summary>Whether something failed.</summary>
    public bool Failed => Violation is not null || SimulationFailed is not null;
}
