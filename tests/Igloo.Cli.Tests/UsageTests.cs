using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task Command_line_without_arguments_shows_help_as_a_usage_error()
    {
        var result = await Command.RunAsync();

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("verify", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("prove")]
    [InlineData("verify")]
    [InlineData("verify", "a.dll", "--seed", "many")]
    [InlineData("verify", "a.dll", "--stability", "0")]
    [InlineData("verify", "a.dll", "--unheard-of")]
    [InlineData("spec")]
    [InlineData("explore", "a.dll", "--size", "none")]
    [InlineData("explore", "a.dll", "--size", "4..1")]
    [InlineData("explore", "a.dll", "--strategy", "random")]
    [InlineData("explore", "a.dll", "--workers", "0")]
    [InlineData("explore", "a.dll", "--resume")]
    [InlineData("trace", "show")]
    [InlineData("log", "check", "a.dll")]
    [InlineData("simulate", "a.dll", "--walks", "0")]
    [InlineData("replay")]
    [InlineData("replay", "last", "a.dll")]
    [InlineData("ui", "a.dll", "--port", "70000")]
    [InlineData("doctor", "verify")]
    public async Task Usage_error_ends_with_code_3_and_one_hint(params string[] arguments)
    {
        var result = await Command.RunAsync(arguments);

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Split('\n'), l => l.StartsWith("See 'igloo", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("igloo")]
    [InlineData("verify")]
    [InlineData("replay")]
    [InlineData("run")]
    [InlineData("spec")]
    [InlineData("report")]
    [InlineData("ui")]
    [InlineData("doctor")]
    [InlineData("explore")]
    [InlineData("play")]
    [InlineData("trace")]
    [InlineData("log")]
    [InlineData("simulate")]
    public async Task Help_of_a_command_is_as_reviewed(string command)
    {
        var result = await Command.RunAsync(command == "igloo" ? ["--help"] : [command, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Snapshot.Matches(result.Output, $"help-{command}");
    }
}
