using System.Text.RegularExpressions;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed partial class ReplayTests
{
    [Fact]
    public async Task Counterexample_that_still_fails_is_shown_again_and_ends_with_1()
    {
        var result = await Command.RunAsync("replay", await IdOfVerify(), Repository.OwnModels);

        Assert.Equal(1, result.ExitCode);
        Snapshot.Matches(result.Output, "replay");
    }

    [Fact]
    public async Task Id_that_nothing_has_ends_with_3_and_lists_what_fails()
    {
        var result = await Command.RunAsync("replay", "0123456789", Repository.OwnModels);

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("No counterexample 0123456789", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{await IdOfVerify()}  GuardlessLock: Acquire keeps LostExclusion", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_in_models_that_hold_ends_with_3_and_says_that_nothing_fails()
    {
        var result = await Command.RunAsync("replay", await IdOfVerify(), Repository.CaseStudy("LockServer"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("Nothing is refuted there.", result.Error, StringComparison.Ordinal);
    }

    private static async Task<string> IdOfVerify()
    {
        var verified = await Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", "GuardlessLock");
        return Replay().Match(verified.Output).Groups[1].Value;
    }

    [GeneratedRegex("Replay   ([0-9a-f]+)")]
    private static partial Regex Replay();
}
