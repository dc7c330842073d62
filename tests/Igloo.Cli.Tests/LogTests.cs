using System.Text.Json;
using Igloo.Cli.Tests.Json;
using Igloo.Cli.Tests.Running;

namespace Igloo.Cli.Tests;

/// <summary>Logs of real runs of the leader election against its models, as a user checks them.</summary>
public sealed class LogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("log")]
    [InlineData("trace")]
    public async Task Merged_logs_of_an_election_are_accepted(string command)
    {
        var result = await CheckAsync(command, "RingLogs", Copied("Elected"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("ACCEPTED  RingLogs: a trace of 61 events of the model\n", result.Output);
    }

    [Fact]
    public async Task Accepted_trace_is_an_order_of_all_events()
    {
        var result = await Command.RunAsync(["log", "check", Repository.CaseStudy("LeaderElection"), .. Copied("Elected"), "--source", "RingLogs", "--trace"]);

        var trace = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(61, trace.Length);
        Assert.Single(trace, e => e.EndsWith(": Elect()", StringComparison.Ordinal));
        Assert.Contains(" by Deliver(", string.Join('\n', trace), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_past_the_monitor_is_an_environment_assumption_that_is_not_met() =>
        await RejectedAsync("log-merged", "RingLogs", Copied("OwnSocket"));

    [Fact]
    public async Task Node_that_sends_what_it_never_received_is_rejected_by_its_own_model()
    {
        var files = Copied("OwnSocket");
        Change(files[0], "\"Id\":{\"Index\":1}", "\"Id\":{\"Index\":3}");

        await RejectedAsync("log-forged", "NodeLogs", files[..1]);
        await RejectedAsync("log-forged-merged", "RingLogs", files);
    }

    [Fact]
    public async Task Lost_line_of_a_sender_is_an_incomplete_log()
    {
        var files = Copied("Elected");
        var lines = File.ReadAllLines(files[1]);
        File.WriteAllLines(files[1], lines[..2]);

        await RejectedAsync("log-incomplete", "RingLogs", files);
    }

    [Fact]
    public async Task Log_that_begins_in_the_middle_is_inconclusive_where_something_is_missing()
    {
        var files = Copied("OwnSocket");
        File.WriteAllText(files[1], """
            {"seq":4,"at":"2026-11-21T18:26:55Z","kind":"state","state":{"model":"RingNode","seq":3,"isStopped":false,"worlds":[{"states":[{"Leader":false,"Inbox":[],"Outbox":[{"Index":2}]}],"assuming":[],"isCut":false}]}}
            {"seq":5,"at":"2026-11-21T18:26:55.4179201+00:00","kind":"input","event":{"case":"Receive","Id":{"Index":2}}}

            """);

        var result = await CheckAsync("log", "RingLogs", files);

        Assert.Equal(2, result.ExitCode);
        Matches(result.Output, "log-inconclusive");
    }

    [Fact]
    public async Task Torn_last_line_is_a_prefix_and_other_damage_an_input_error()
    {
        var files = Copied("Elected");
        File.AppendAllText(files[2], """{"seq":999,"at":"2026""");
        Assert.Equal(0, (await CheckAsync("log", "RingLogs", files)).ExitCode);

        Change(files[2], "\"seq\":3,", "\"seq\":8,");
        var result = await CheckAsync("log", "RingLogs", files);

        Assert.Equal(3, result.ExitCode);
        Assert.Equal($"error: The logs cannot be checked. {files[2]}:4: number 8 follows number 2; lines are missing, repeated or out of order.\nOnly the last line of a log may be cut short; any other damage is an error.\n", result.Error);
    }

    [Theory]
    [InlineData("missing", 3, "Could not find file 'FILE'.\nName files that exist and can be read.")]
    [InlineData("folder", 3, "FILE is a folder; name the files in it.\nName files that exist and can be read.")]
    [InlineData("binary", 3, "FILE:1: the line is damaged: ")]
    [InlineData("gap", 3, "FILE:3: number 3 follows number 1; lines are missing, repeated or out of order.")]
    [InlineData("repeated", 3, "FILE:4: number 2 follows number 2; lines are missing, repeated or out of order.")]
    [InlineData("swapped", 3, "FILE:3: number 3 follows number 1; lines are missing, repeated or out of order.")]
    [InlineData("mixed", 3, "number 0 follows number")]
    [InlineData("other", 3, "FILE:2: the line is damaged: Jump is no case of Event. If the log is of another model, name that: its first line is of c: Counter v1 0123456.")]
    [InlineData("empty", 2, "INCONCLUSIVE  n1.jsonl: nothing was checked")]
    [InlineData("named twice", 0, "ACCEPTED")]
    public async Task Input_that_is_no_log_of_the_model_is_told_with_file_and_line(string what, int exitCode, string text)
    {
        var file = Copied("Elected")[0];
        var lines = File.ReadAllLines(file);
        switch (what)
        {
            case "missing":
                File.Delete(file);
                break;
            case "folder":
                File.Delete(file);
                Directory.CreateDirectory(file);
                break;
            case "binary":
                File.WriteAllBytes(file, [0x7f, 0x45, 0x4c, 0x46, 0x00, 0x0a, 0xff, 0xfe, 0x0a]);
                break;
            case "gap":
                File.WriteAllLines(file, [.. lines[..2], .. lines[3..]]);
                break;
            case "repeated":
                File.WriteAllLines(file, [.. lines[..3], .. lines[2..]]);
                break;
            case "swapped":
                File.WriteAllLines(file, [.. lines[..2], lines[3], lines[2], .. lines[4..]]);
                break;
            case "mixed":
                File.AppendAllLines(file, lines);
                break;
            case "other":
                File.WriteAllText(file, """{"seq":0,"at":"2020-01-01T00:00:00Z","kind":"start","text":"c: Counter v1 0123456"}""" + "\n" + """{"seq":1,"at":"2020-01-01T00:00:00Z","kind":"internal","event":{"case":"Jump","To":1}}""" + "\n");
                break;
            case "empty":
                File.WriteAllText(file, "");
                break;
            default:
                break;
        }

        var result = await CheckAsync("trace", "NodeLogs", [file, file]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(text.Replace("FILE", file, StringComparison.Ordinal), result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Elected", "accepted", 0)]
    [InlineData("OwnSocket", "rejected", 1)]
    public async Task Json_is_valid_against_the_schema_and_agrees_with_the_exit_code(string sample, string outcome, int exitCode)
    {
        var file = Path.Combine(folder.Path, "found.json");

        var result = await Command.RunAsync(["log", "check", Repository.CaseStudy("LeaderElection"), .. Copied(sample), "--source", "RingLogs", "--json", file]);

        using var found = JsonDocument.Parse(File.ReadAllText(file));
        using var schema = JsonDocument.Parse(SchemaText());
        Assert.Empty(new JsonSchema(schema.RootElement).Errors(found.RootElement));
        Assert.Equal((exitCode, exitCode, outcome), (result.ExitCode, found.RootElement.GetProperty("exitCode").GetInt32(), found.RootElement.GetProperty("outcome").GetString()));
    }

    [Fact]
    public void Documentation_names_every_member_of_the_schema()
    {
        var documentation = File.ReadAllText(Path.Combine(Repository.Root, "tools", "Igloo.Cli", "JSON.md"));
        using var schema = JsonDocument.Parse(SchemaText());
        var members = schema.RootElement.GetProperty("properties").EnumerateObject().Concat(
            schema.RootElement.GetProperty("$defs").EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)).SelectMany(d => d.Value.GetProperty("properties").EnumerateObject()));

        Assert.All(members, m => Assert.Contains($"`{m.Name}`", documentation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "The target has several log sources.\nName one with --source: NodeLogs, RingLogs.")]
    [InlineData("Ring", "There is no log source 'Ring'.\nName one with --source: NodeLogs, RingLogs.")]
    public async Task Source_that_is_not_named_is_a_user_error(string? source, string text)
    {
        string[] option = source is null ? [] : ["--source", source];

        var result = await Command.RunAsync(["log", "check", Repository.CaseStudy("LeaderElection"), .. Copied("Elected"), .. option]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(text, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_without_a_log_source_is_a_user_error()
    {
        var result = await Command.RunAsync(["log", "check", Repository.OwnModels, .. Copied("Elected")]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("has no log source.\nDerive a public class from ComponentLogSource or SystemLogSource", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_log_where_a_trace_file_is_expected_is_answered_with_the_right_order()
    {
        var result = await Command.RunAsync("trace", "check", Copied("Elected")[0], Repository.CaseStudy("LeaderElection"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("To check logs, name the target first: igloo trace check TARGET LOG...", result.Error, StringComparison.Ordinal);
    }

    private static string SchemaText() => File.ReadAllText(Path.Combine(Repository.Root, "tools", "Igloo.Cli", "igloo-log.schema.json"));

    private static Task<CommandResult> CheckAsync(string command, string source, string[] files) =>
        Command.RunAsync([command, "check", Repository.CaseStudy("LeaderElection"), .. files, "--source", source]);

    private static void Change(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private async Task RejectedAsync(string snapshot, string source, string[] files)
    {
        var result = await CheckAsync("log", source, files);

        Assert.Equal(1, result.ExitCode);
        Assert.InRange(result.Output.Split('\n').Length, 2, 26);
        Matches(result.Output, snapshot);
    }

    private void Matches(string text, string snapshot) => Snapshot.Matches(text.Replace(folder.Path, "LOGS", StringComparison.Ordinal), snapshot);

    /// <summary>Logs of a run, to be changed, in the order of the nodes.</summary>
    private string[] Copied(string sample)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "casestudies", "LeaderElection", "SampleLogs", sample));
        foreach (var file in files) File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)), overwrite: true);
        return [.. files.Select(f => Path.Combine(folder.Path, Path.GetFileName(f))).Where(f => f.EndsWith(".jsonl", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
