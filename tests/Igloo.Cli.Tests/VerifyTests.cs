using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task Model_that_holds_ends_with_0_and_says_what_was_done()
    {
        var result = await Verify("SoundLock");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Snapshot.Matches(result.Output, "verify-holds");
    }

    [Fact]
    public async Task Model_without_its_guard_ends_with_1_and_shows_the_world()
    {
        var result = await Verify("GuardlessLock");

        Assert.Equal(1, result.ExitCode);
        Snapshot.Matches(result.Output, "verify-refuted");
    }

    [Fact]
    public async Task Goal_that_no_instance_reaches_ends_with_2()
    {
        var result = await Verify("HopefulLock");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("goal TwoHold NOT REACHED", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("UNKNOWN", result.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liveness_that_an_instance_refutes_ends_with_1_and_the_lasso()
    {
        var result = await Verify("SelfishLock");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("REFUTED  SelfishLock.IsServed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_that_matches_nothing_shows_what_obligations_read_like()
    {
        var result = await Verify("SoundRock");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("contains 'SoundRock'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_decides_what_the_asked_obligation_assumes_as_well()
    {
        var result = await Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", "SoundLock: Acquire keeps", "--full");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Release keeps SoundExclusion", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_limit_of_one_unit_leaves_an_obligation_unknown()
    {
        var result = await Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", "SoundLock", "--rlimit", "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("UNKNOWN  ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_are_dumped_as_files()
    {
        using var folder = new TemporaryFolder();

        var result = await Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", "SoundLock", "--dump-smt2", folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("(check-sat)", File.ReadAllText(Directory.GetFiles(folder.Path, "*.smt2")[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_study_is_verified_as_a_built_assembly()
    {
        var result = await Command.RunAsync("verify", Repository.CaseStudy("LockServer"), "--no-cache");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("LockProtocolRefinesMutex", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_verification_ends_with_130_and_no_verdict()
    {
        using var cancellation = new CancellationTokenSource();
        using var output = new StringWriter();
        using var error = new StringWriter();
        await cancellation.CancelAsync();

        var exitCode = await Application.RunAsync(
            ["verify", Repository.OwnModels, "--no-cache"], Terminals.Terminal.Plain(output, error), cancellation.Token);

        Assert.Equal(130, exitCode);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task Cross_check_says_how_many_proofs_the_second_solver_confirms()
    {
        Assert.SkipWhen(Diagnosis.Machine.OnPath("cvc5") is null, "cvc5 is not installed.");

        var result = await Command.RunAsync("verify", Repository.OwnModels, "--filter", "SoundLock", "--cross-check");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"Cross-check +cvc5 \S+ confirms \d+ of \d+ proofs, \d+ undecided, 0 contradicted", result.Output);
    }

    [Fact]
    public async Task Event_whose_values_were_not_all_tried_is_not_said_to_be_never_enabled()
    {
        var result = await Verify("Broadcaster");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("INCOMPLETE, 9 states, Send occurs, Stop not seen so far", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_that_cannot_be_explored_is_said_to_be_proved_only()
    {
        var result = await Verify("Announcer");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Explored  nothing: Say.Word: the values of string cannot be listed.", result.Output, StringComparison.Ordinal);
    }

    private static Task<CommandResult> Verify(string filter) => Command.RunAsync("verify", Repository.OwnModels, "--no-cache", "--filter", filter);
}
