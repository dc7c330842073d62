using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class TraceTests
{
    private const string Header = """{ "format": "igloo-trace/1", "model": "Igloo.Cli.Tests.Models.SoundLock", "size": 2, "instance": "size 2", "meaning": "", "initial": { "Holders": "{}" }, "steps": [ """;

    [Fact]
    public async Task Trace_of_a_composition_is_shown_with_a_lane_for_each_component()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "run.json");
        var moves = string.Join('\n', "1", "e Transmit", "random 6", $"save {file}", "q");

        await Command.RunAsync(new StringReader(moves), "play", Repository.CaseStudy("LeaderElection"), "--model", "RingSystem", "--size", "2");
        var shown = await Command.RunAsync("trace", "show", file);

        Assert.Equal(0, shown.ExitCode);
        Snapshot.Matches(shown.Output, "trace-show");
    }

    [Theory]
    [InlineData("""{ "event": "Acquire(1)", "lanes": [], "changes": [], "state": { "Holders": "{1}" } }""", "ACCEPTED", 0)]
    [InlineData("""{ "event": "Acquire(1)", "lanes": [], "changes": [], "state": { "Holders": "{0}" } }""", "Acquire(1) leads to another state: Holders = {1}, and in the trace {0}", 1)]
    [InlineData("""{ "event": "Release(1)", "lanes": [], "changes": [], "state": { "Holders": "{}" } }""", "Release(1) is not enabled: Release(Customer: 1): s.Holders.Contains(c) FALSE", 1)]
    [InlineData("""{ "event": "Acquire(7)", "lanes": [], "changes": [], "state": { "Holders": "{7}" } }""", "Acquire(7) is no event of SoundLock on size 2", 1)]
    public async Task Trace_is_checked_against_the_model(string step, string text, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "run.json");
        File.WriteAllText(file, Header + step + "] }");

        var result = await Command.RunAsync("trace", "check", file, Repository.OwnModels);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(text, result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON", "It is not JSON")]
    [InlineData("{}", "no member 'format'")]
    [InlineData("""{ "format": "igloo-trace/9" }""", "this reader knows 'igloo-trace/1'")]
    [InlineData("""{ "format": "igloo-trace/1", "model": 3 }""", "missing or of another type")]
    public async Task File_that_is_no_trace_is_a_user_error(string content, string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "run.json");
        File.WriteAllText(file, content);

        var result = await Command.RunAsync("trace", "show", file);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(text, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_of_another_assembly_is_a_user_error()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "run.json");
        File.WriteAllText(file, Header + "] }");

        var result = await Command.RunAsync("trace", "check", file, Repository.CaseStudy("LockServer"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("has no model 'Igloo.Cli.Tests.Models.SoundLock'", result.Error, StringComparison.Ordinal);
    }
}
