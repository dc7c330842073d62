using System.Diagnostics;
using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Runs;
using E = Igloo.Endurance.Models.Meter.Event;

namespace Igloo.Endurance.Tests;

/// <summary>Processes that write an audit log and come to a sudden end.</summary>
public sealed class AppendTests : IDisposable
{
    private const int Kills = 4;
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "Igloo.Endurance.dll");
    private readonly Folder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(40_000)]
    public async Task Log_of_a_killed_process_is_whole_lines_and_at_most_one_torn_and_can_be_gone_on_from(long largestFile)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var path = folder[$"{kill}.jsonl"];
            using (var writer = Start("dotnet", Tool, "append", path, $"{largestFile}"))
            {
                try
                {
                    await UntilItHasWritten(writer, path);
                    await Task.Delay(Random.Shared.Next(20), Cancellation);
                }
                finally
                {
                    writer.Kill();
                }

                await writer.WaitForExitAsync(Cancellation);
            }

            RequireWhole(path);
            GoOn(path);
        }
    }

    [Fact]
    public async Task File_that_reaches_the_limit_of_the_system_ends_in_a_whole_line_and_nothing_happens_unrecorded()
    {
        var path = folder["limited.jsonl"];

        // 16 KiB or 8 KiB, by the shell; the signal is ignored, so that the write is cut and then fails. The runtime's own mappings are files as well.
        using var writer = Start("/bin/sh", "-c", $"trap '' XFSZ; ulimit -f 16; exec dotnet '{Tool}' append '{path}'");
        var said = await writer.StandardOutput.ReadToEndAsync(Cancellation);
        var failed = await writer.StandardError.ReadToEndAsync(Cancellation);
        await writer.WaitForExitAsync(Cancellation);

        Assert.True(writer.ExitCode == 0 && said.StartsWith("refused", StringComparison.Ordinal), $"{writer.ExitCode}: {said}{failed}");
        Assert.EndsWith("\n", await File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.InRange(new FileInfo(path).Length, 7_000, 16_384);
        RequireWhole(path);
        GoOn(path);
    }

    private static void RequireWhole(string path)
    {
        var files = AuditFiles.Of(path);
        var entries = AuditLogReader.ReadAll<E>(files);
        Assert.True(entries.Length > 10);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Meter()).Check(entries));

        // Every byte but those after the last line break of the last file belongs to an entry.
        Assert.Equal(files.Sum(f => File.ReadAllBytes(f).Count(b => b == (byte)'\n')), entries.Length);
        Assert.All(files[..^1], f => Assert.Equal((byte)'\n', File.ReadAllBytes(f)[^1]));
    }

    private static void GoOn(string path)
    {
        var snapshot = DurableLog.SnapshotOf(new Meter(), path);
        var count = AuditLogReader.ReadAll<E>(AuditFiles.Of(path)).Select(e => e.Event).OfType<E.Lose>().Last().N;
        using (var log = AuditLog<E>.Continue(path))
        {
            // The last output may have happened or not: only a state after it that is reached either way is certain.
            using var monitor = PermissionMonitor.Resume(new Meter(), snapshot, new Meter().Initial, new E.Reset(), new() { Audit = log });
            Assert.Equal(0, monitor.State.Count);
            monitor.Succeed(monitor.Begin(new E.Keep(0)));
        }

        Assert.True(count > 0);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Meter()).Check(AuditLogReader.ReadAll<E>(AuditFiles.Of(path))));
    }

    private static async Task UntilItHasWritten(Process writer, string path)
    {
        while (!File.Exists(path) || new FileInfo(path).Length < 20_000)
        {
            Assert.False(writer.HasExited);
            await Task.Delay(1, Cancellation);
        }
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start)!;
    }
}
