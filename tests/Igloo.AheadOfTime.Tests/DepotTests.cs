using System.Text.RegularExpressions;

namespace Igloo.AheadOfTime.Tests;

public sealed partial class DepotTests(PublishedNode node) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("igloo-depot-");

    [Fact]
    public async Task Program_compiled_ahead_of_time_says_what_the_snapshot_says()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Compiled for {node.Framework}.");
        Snapshot.Matches(await PrintedAsync(node.Executable, "depot", Log("ahead")), "depot");
    }

    [Fact]
    public async Task Program_compiled_just_in_time_says_the_same() =>
        Snapshot.Matches(await PrintedAsync("dotnet", "exec", PublishedNode.Library, "depot", Log("just")), "depot");

    [Fact]
    public async Task Audit_logs_are_the_same()
    {
        await PrintedAsync(node.Executable, "depot", Log("ahead"));
        await PrintedAsync("dotnet", "exec", PublishedNode.Library, "depot", Log("just"));

        Assert.Equal(WithoutVersions(File.ReadAllText(Log("just"))), WithoutVersions(File.ReadAllText(Log("ahead"))));
    }

    [Fact]
    public async Task Audit_log_is_accepted_by_the_tool()
    {
        await PrintedAsync(node.Executable, "depot", Log("ahead"));

        var check = await CheckAsync(Log("ahead"));

        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Contains("ACCEPTED", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_log_with_another_value_is_rejected_by_the_tool()
    {
        await PrintedAsync(node.Executable, "depot", Log("ahead"));
        var log = File.ReadAllText(Log("ahead"));
        var changed = log.Replace("""{"case":"Leave","Parcel":{"Index":1},"Tares":[7]}""", """{"case":"Leave","Parcel":{"Index":1},"Tares":[8]}""", StringComparison.Ordinal);
        File.WriteAllText(Log("changed"), changed);

        var check = await CheckAsync(Log("changed"));

        Assert.NotEqual(log, changed);
        Assert.True(check.ExitCode == 1, check.Output);
        Assert.Contains("tares.All(t => s.Queue.Exists(q => q.Tare == t))  FALSE", check.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<string> PrintedAsync(string program, params string[] arguments)
    {
        var run = await Command.RunAsync(program, arguments);
        Assert.True(run.ExitCode == 0, run.Output);
        return WithoutVersions(run.Output);
    }

    private static Task<CommandResult> CheckAsync(string log) =>
        Command.RunAsync("dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Igloo.Cli.dll"), "log", "check", PublishedNode.Library, log);

    private static string WithoutVersions(string text) => LogFile().Replace(Version().Replace(text, "VERSION"), "LOG");

    private string Log(string name) => Path.Combine(folder.FullName, name + ".jsonl");

    [GeneratedRegex(@"(?<=(Depot|Shelf(`|\\u0060)1) )v\S+ [0-9a-f]{7}")]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<=  Recorded   )\S+(?=:\d+$)", RegexOptions.Multiline)]
    private static partial Regex LogFile();
}
