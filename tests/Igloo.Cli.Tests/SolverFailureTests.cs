using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

/// <summary>A solver that is stuck, killed or wrong is no verdict: one message, exit code 4, nothing left running.</summary>
public sealed class SolverFailureTests
{
    private const string Cubes =
        """
        using Igloo.Models;

        public sealed class Cubes : EventSystem<Cubes.State, Cubes.Event>
        {
            public sealed record State(long X, long Y, long Z);

            public abstract record Event
            {
                public sealed record Choose(long X, long Y, long Z) : Event;
            }

            public override State Initial => new(1, 1, 1);

            public override State? Next(State s, Event e) => e switch
            {
                Event.Choose(var x, var y, var z) when x > 0 && y > 0 && z > 0 => new State(x, y, z),
                _ => null,
            };

            [Invariant]
            public bool NoCubeIsTheSumOfTwo(State s) => s.X * s.X * s.X + s.Y * s.Y * s.Y != s.Z * s.Z * s.Z;
        }
        """;

    [Fact]
    public async Task Query_that_the_watchdog_stops_is_a_failure_with_advice()
    {
        using var folder = new TemporaryFolder();
        folder.WriteModel("Cubes", Cubes);

        var result = await Command.RunAsync("verify", folder.Path, "--no-cache", "--watchdog", "0.5", "--rlimit", "0", "--explore", "0");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("Cubes: Choose keeps NoCubeIsTheSumOfTwo", result.Error, StringComparison.Ordinal);
        Assert.Contains("after 0.5 s and was stopped by force", result.Error, StringComparison.Ordinal);
        Assert.Contains("nonlinear arithmetic", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Igloo", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("kill -9 $$", "The second solver crashed")]
    [InlineData("echo sat", "finds a counterexample to")]
    public async Task Second_solver_that_is_killed_or_contradicts_is_a_failure(string behaviour, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        using var folder = new TemporaryFolder();
        var fake = folder.Write("cvc5", $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'This is cvc5 version 0'; exit; fi\n{behaviour}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var result = await ToolProcess.RunAsync(
            new() { ["PATH"] = folder.Path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH") },
            "verify", Repository.OwnModels, "--filter", "SoundLock", "--cross-check");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Igloo", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("HOLDS", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_without_encoding_is_unknown_at_its_place_and_the_others_are_decided()
    {
        using var folder = new TemporaryFolder();
        folder.WriteModel("Groups", Groups);

        var result = await Command.RunAsync("verify", folder.Path, "--no-cache");

        Assert.Equal(2, result.ExitCode);
        Assert.Matches(@"UNKNOWN +Groups: Groups can be turned into obligations", result.Output);
        Assert.Matches(@"at Groups in \S*Groups\.cs:line 17", result.Output);
        Assert.Matches(@"Counter +Proved +\d of \d obligations", result.Output);
        Assert.Empty(result.Error);
    }

    private const string Groups =
        """
        using Igloo.Models;
        using Igloo.Values;

        public sealed class Groups : EventSystem<Groups.State, Groups.Event>
        {
            public sealed record State(Set<int> Inside);

            public abstract record Event
            {
                public sealed record Enter(int Who) : Event;
            }

            public override State Initial => new(Set<int>.Empty);
            public override State? Next(State s, Event e) => e is Event.Enter(var who) ? s with { Inside = s.Inside.Add(who) } : null;

            [Invariant]
            public bool Fits(State s, Set<int> group) => s.Inside.IsSubsetOf(group) || !s.Inside.IsSubsetOf(group);
        }

        public sealed class Counter : EventSystem<Counter.State, Counter.Event>
        {
            public sealed record State(int Count);

            public abstract record Event
            {
                public sealed record Tick : Event;
            }

            public override State Initial => new(0);
            public override State? Next(State s, Event e) => e is Event.Tick ? new State(s.Count + 1) : null;

            [Invariant]
            public bool NeverNegative(State s) => s.Count >= 0;
        }
        """;
}
