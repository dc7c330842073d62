namespace Igloo.Proving.Logic;

/// <summary>What a check cost.</summary>
/// <param name="ResourceCount">The work done, in the unit of <see cref="SolverOptions.ResourceLimit"/>.</param>
/// <param name="TranslationTime">The time to create a context and translate the query.</param>
/// <param name="SolveTime">The time the solver took.</param>
public sealed record SolverStatistics(long ResourceCount, TimeSpan TranslationTime, TimeSpan SolveTime);
