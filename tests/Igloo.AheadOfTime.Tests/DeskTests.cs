using System.Text.RegularExpressions;

namespace Igloo.AheadOfTime.Tests;

/// <summary>Connection middleware in a program compiled ahead of time.</summary>
public sealed partial class DeskTests(PublishedNode node)
{
    [Fact]
    public async Task Server_compiled_ahead_of_time_says_what_the_snapshot_says() => Snapshot.Matches(await PrintedAsync(node.Executable, "desk"), "desk");

    [Fact]
    public async Task Server_compiled_just_in_time_says_the_same() => Snapshot.Matches(await PrintedAsync("dotnet", "exec", PublishedNode.Library, "desk"), "desk");

    private static async Task<string> PrintedAsync(string program, params string[] arguments)
    {
        var run = await Command.RunAsync(program, arguments);
        Assert.True(run.ExitCode == 0, run.Output);
        return Version().Replace(run.Output, "VERSION");
    }

    [GeneratedRegex(@"(?<=Desk )v\S+ [0-9a-f]{7}")]
    private static partial Regex Version();
}
