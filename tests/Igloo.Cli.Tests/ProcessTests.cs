using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

public sealed class ProcessTests
{
    [Fact]
    public async Task Doctor_finds_this_machine_healthy()
    {
        var result = await ToolProcess.RunAsync([], "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("pinned", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor", "/nowhere/libz3.so.4")]
    [InlineData("verify", "/nowhere/libz3.so.4")]
    [InlineData("verify", "/usr/lib/x86_64-linux-gnu/libc.so.6")]
    public async Task Missing_or_wrong_library_is_a_failure_with_one_message(string command, string library)
    {
        string[] arguments = command == "doctor" ? [command] : [command, Repository.CaseStudy("LockServer"), "--no-cache"];
        var result = await ToolProcess.RunAsync(new() { ["IGLOO_LIBZ3"] = library }, arguments);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(library, result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Igloo", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_is_no_program()
    {
        var result = await Command.RunAsync("run", Repository.CaseStudy("LockServer"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("is a library", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_code_and_arguments_of_the_program_are_passed_on()
    {
        var good = await ToolProcess.RunAsync([], "run", Repository.CaseStudy("LeaderElection"), "--no-verify", "--", "--help");
        var bad = await ToolProcess.RunAsync([], "run", Repository.CaseStudy("LeaderElection"), "--no-verify", "--", "no-such-command");

        Assert.Equal(0, good.ExitCode);
        Assert.Contains("cluster", good.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, bad.ExitCode);
    }

    [Fact]
    public async Task Interrupt_is_passed_on_and_leaves_no_process_behind()
    {
        var seed = Random.Shared.Next(1_000_000, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A network that loses everything never elects anybody.
        using var process = ToolProcess.Start(
            [], "run", Repository.CaseStudy("LeaderElection"), "--no-verify", "--", "--nodes", "2", "--loss", "1", "--timeout", "300", "--seed", seed);
        var ended = ToolProcess.EndAsync(process);
        await Eventually(() => ProcessesWith(seed).Count > 1);

        ToolProcess.Interrupt(process);
        var result = await ended;

        Assert.Equal(130, result.ExitCode);
        await Eventually(() => ProcessesWith(seed).Count == 0);
    }

    private static List<string> ProcessesWith(string argument) =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)).Select(CommandLineOf)
            .Where(c => c.Contains(argument, StringComparison.Ordinal)),
    ];

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 300 && !condition(); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }
}
