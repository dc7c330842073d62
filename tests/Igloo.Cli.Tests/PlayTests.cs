using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class PlayTests
{
    [Fact]
    public async Task Session_lists_takes_undoes_and_jumps()
    {
        var result = await Play("RingSystem", "1", "3", "e Setup", "u", "s", "j 0", "t", "q");

        Assert.Equal(0, result.ExitCode);
        Snapshot.Matches(result.Output, "play-walk");
    }

    [Fact]
    public async Task Event_that_is_not_enabled_is_explained_by_the_conjuncts_of_its_guard()
    {
        var result = await Play("RingSystem", "why Elect", "q");

        Snapshot.Matches(After(result, "#0"), "play-why");
    }

    [Fact]
    public async Task User_plays_one_component_and_the_others_go_on_at_random()
    {
        var result = await Play("RingSystem", "as RingNode 1", "others 2", "as all", "q");

        Snapshot.Matches(After(result, "You play"), "play-as");
    }

    [Fact]
    public async Task Search_goes_to_the_nearest_state_and_says_where_there_is_none()
    {
        var result = await Play("RingProtocol", "find Leaders = {1}", "find Leaders = {0, 1}", "violate AtMostOneLeader", "q");

        Assert.Contains("Elect(1)", result.Output, StringComparison.Ordinal);
        Assert.Contains("There is not a state that contains 'Leaders = {0, 1}' among", result.Output, StringComparison.Ordinal);
        Assert.Contains("and these are all.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_is_saved_and_loaded_again()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "run.json");

        var result = await Play("RingProtocol", "1", "1", $"save {file}", "u 2", $"load {file}", "t", "q");

        Assert.Contains(">   2  ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99", "There is no event 99 here")]
    [InlineData("fly", "There is no command 'fly'. ? lists them.")]
    [InlineData("as nobody", "There is no participant 'nobody'. There are: UnreliableNetwork, RingNode 0, RingNode 1, or all.")]
    [InlineData("u many", "'many' is no number.")]
    [InlineData("goal Nothing", "There is no property 'Nothing'.")]
    [InlineData("load /nowhere/run.json", "cannot be read")]
    [InlineData("save", "Name a file.")]
    public async Task Mistake_is_answered_and_the_session_goes_on(string line, string text)
    {
        var result = await Play("RingSystem", line, "1", "q");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(text, result.Output, StringComparison.Ordinal);
        Assert.Contains("#1  ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ends_with_its_input() => Assert.Equal(0, (await Play("RingSystem")).ExitCode);

    private static Task<CommandResult> Play(string model, params string[] lines) =>
        Command.RunAsync(new StringReader(string.Join('\n', lines)), "play", Repository.CaseStudy("LeaderElection"), "--model", model, "--size", "2");

    private static string After(CommandResult result, string mark) => result.Output[result.Output.IndexOf(mark, StringComparison.Ordinal)..];
}
