using System.Collections.Immutable;

namespace Igloo.Cli.Verifying;

/// <summary>What the exploration of one instance found.</summary>
/// <param name="Description">The instance: <c>Ring(3)</c>.</param>
/// <param name="States">The number of states, or of pairs of related states.</param>
/// <param name="IsComplete">Whether everything reachable was visited.</param>
/// <param name="Failures">For each property that fails the message with a shortest run.</param>
/// <param name="Goals">Each goal, and whether it was reached.</param>
/// <param name="Liveness">Each liveness property, and whether it was decided; a refuted one is among the failures.</param>
/// <param name="Events">Each event, and whether it occurred; empty where only pairs were visited.</param>
internal sealed record ExploredInstance(
    string Description,
    int States,
    bool IsComplete,
    ImmutableArray<string> Failures,
    ImmutableDictionary<string, bool> Goals,
    ImmutableDictionary<string, bool> Liveness,
    ImmutableArray<(string Name, bool Occurs)> Events);
