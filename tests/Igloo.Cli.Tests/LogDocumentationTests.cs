using System.Text.RegularExpressions;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

/// <summary>The example of LOGS.md, run as it is written there.</summary>
public sealed partial class LogDocumentationTests
{
    [Fact]
    public async Task Service_logs_of_the_documentation_are_checked_with_the_results_it_shows()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "Igloo.Monitoring", "LOGS.md"));
        using var folder = new TemporaryFolder();
        folder.WriteModel("LockService", Assert.Single(CSharp().Matches(text)).Groups["text"].Value, "Igloo.Monitoring");
        foreach (Match log in Logs().Matches(text)) folder.Write(log.Groups["name"].Value, log.Groups["text"].Value);
        var exitCodes = new List<int>();

        foreach (Match run in Consoles().Matches(text)) exitCodes.Add(await RunAsync(folder, run));

        Assert.Equal([0, 1], exitCodes);
    }

    private static async Task<int> RunAsync(TemporaryFolder folder, Match run)
    {
        var log = Path.Combine(folder.Path, run.Groups["log"].Value);

        var result = await Command.RunAsync("log", "check", folder.Path, log);

        Assert.Equal(run.Groups["output"].Value, result.Output.Replace(folder.Path + "/", "", StringComparison.Ordinal) + result.Error);
        return result.ExitCode;
    }

    [GeneratedRegex("^```csharp\n(?<text>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("^```log (?<name>\\S+)\n(?<text>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Logs();

    [GeneratedRegex("^```console\n\\$ igloo log check \\. (?<log>\\S+)\n(?<output>.*?)^```\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Consoles();
}
