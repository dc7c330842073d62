using System.Runtime.CompilerServices;
using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Liveness.Tests.Models;
using Igloo.Shared;

namespace Igloo.Liveness.Tests;

/// <summary>What a user reads, and what is said of explorations that were cut. The texts are in Snapshots.</summary>
public sealed class ReportTests
{
    private static readonly Universe Clients = Universe.Of(2).With(
        Enumerable.Range(0, 2).Select(i => new Client(i)).SelectMany(c => new SharedLock.Event[] { new SharedLock.Event.Ask(c), new SharedLock.Event.Acquire(c), new SharedLock.Event.Release(c) }));

    [Fact]
    public void Refutation_shows_stem_and_loop_and_why_the_run_is_fair() =>
        AssertSnapshot("Starvation", LivenessCheck.Explore(new SharedLock(), Clients).ToString());

    [Fact]
    public void Run_that_stands_still_is_shown_as_stuttering() =>
        AssertSnapshot("Stuttering", LivenessCheck.Explore(new Election(2), Universe.Of(2).With<Election.Event>(new Election.Event.Start(0))).ToString());

    [Fact]
    public void Cut_exploration_that_shows_no_unfair_run_is_unknown() =>
        AssertSnapshot("Cut", LivenessCheck.Explore(new SharedLock(), Clients, new() { MaxStates = 3 }).ToString());

    [Fact]
    public void Cancelled_exploration_is_unknown()
    {
        var report = LivenessCheck.Explore(new SharedLock(), Clients, new() { Cancellation = new CancellationToken(canceled: true) });

        Assert.All(report.Results, r => Assert.IsType<LivenessVerdict.Unknown>(r.Verdict));
        Assert.False(report.Holds);
    }

    private static void AssertSnapshot(string name, string actual, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        SnapshotFile.IsExactly(Path.Combine(folder, "Snapshots"), name + ".txt", actual.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) + "\n");
    }
}
