using System.Runtime.CompilerServices;
using Igloo.Exploring.Tests.Models;
using Igloo.Shared;

namespace Igloo.Exploring.Tests;

/// <summary>What a user reads. The texts are in Snapshots.</summary>
public sealed class TextTests
{
    [Fact]
    public void Violation_shows_the_run_with_what_each_event_changed() => AssertSnapshot(
        "Violation",
        Explorer.Explore(new Counter(), Universe.Of(2), new() { MaxDepth = 3 }).Violations.Single(v => v.Name == nameof(Counter.IsSmall)).ToString());

    [Fact]
    public void Fault_shows_the_event_and_the_exception() => AssertSnapshot(
        "Fault",
        Explorer.Explore(new Counter(), Universe.Of(2)).Violations.Single(v => v.Fault is not null).ToString());

    [Fact]
    public void Failed_simulation_shows_both_systems() => AssertSnapshot(
        "SimulationFailed",
        RefinementCheck.Explore(new ForkedRefinesRemembering(), Universe.Of(1)).ToString()!);

    [Fact]
    public void Exploration_that_was_cut_says_so() => AssertSnapshot(
        "Incomplete",
        Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single(), new() { MaxStates = 50, Engine = ExplorationEngine.Reference }).ToString());

    private static void AssertSnapshot(string name, string actual, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        SnapshotFile.IsExactly(Path.Combine(folder, "Snapshots"), name + ".txt", actual.Replace(folder + "/", "", StringComparison.Ordinal) + "\n");
    }
}
