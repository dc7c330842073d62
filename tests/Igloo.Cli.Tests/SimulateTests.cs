using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class SimulateTests
{
    [Fact]
    public async Task Walks_without_failure_claim_no_proof_and_say_what_they_covered()
    {
        var result = await Simulate("SoundLock");

        Assert.Equal(0, result.ExitCode);
        Snapshot.Matches(result.Output, "simulate-no-failure");
    }

    [Fact]
    public async Task Failing_walk_is_shrunk_and_kept_as_a_trace()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "walk.json");

        var result = await Simulate("GuardlessLock", "--trace", file);

        Assert.Equal(1, result.ExitCode);
        Snapshot.Matches(result.Output, "simulate-failure");
        Assert.Equal(0, (await Command.RunAsync("trace", "check", file, Repository.OwnModels)).ExitCode);
    }

    [Fact]
    public async Task Same_seed_gives_the_same_walks() =>
        Assert.Equal((await Simulate("GuardlessLock", "--seed", "7")).Output, (await Simulate("GuardlessLock", "--seed", "7")).Output);

    private static Task<CommandResult> Simulate(string model, params string[] more) =>
        Command.RunAsync(["simulate", Repository.OwnModels, "--model", model, .. more]);
}
