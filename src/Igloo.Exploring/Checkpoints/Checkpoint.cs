using System.Collections.Immutable;
using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Checkpoints;

/// <summary>
/// A search that was cut, as a file keeps it: not the states but the choices that lead to each, so that the compiled model computes them
/// again.
/// </summary>
/// <param name="Model">What the model and the universe are: <see cref="ModelIdentity"/>.</param>
/// <param name="States">The sum of the fingerprints of the states, which tells models apart that differ in their steps only.</param>
/// <param name="Point">Where to go on.</param>
/// <param name="Visits">For each state the one before (-1: none) and which of the initial states or of the events tried there led to it.</param>
/// <param name="Steps">Runs whose last step violates a property.</param>
/// <param name="Deadlock">The run to a deadlock, or null.</param>
internal sealed record Checkpoint(
    string Model,
    ulong States,
    ResumePoint Point,
    ImmutableArray<(int Parent, int Choice)> Visits,
    ImmutableArray<ImmutableArray<int>> Steps,
    ImmutableArray<int>? Deadlock);
