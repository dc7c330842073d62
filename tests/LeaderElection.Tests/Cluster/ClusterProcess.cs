using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeaderElection.Tests.Cluster;

/// <summary>The case study as a user starts it: a process of its own, which starts further ones.</summary>
internal sealed partial class ClusterProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(150);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private ClusterProcess(Process process) => this.process = process;

    /// <summary>Where it puts temporary files; deleted with this object.</summary>
    public DirectoryInfo Temporary { get; } = Directory.CreateTempSubdirectory("leader-election-test-");

    /// <summary>The process ids of the nodes that it has named so far.</summary>
    public IReadOnlyList<int> Nodes => [.. NodeProcess().Matches(Output).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    public int ProcessId => process.Id;

    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    public string Error
    {
        get
        {
            lock (error) return error.ToString();
        }
    }

    public static ClusterProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(LeaderElection.Cluster.ClusterRun).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var cluster = new ClusterProcess(new Process { StartInfo = start });
        start.Environment["TMPDIR"] = start.Environment["TEMP"] = cluster.Temporary.FullName;
        cluster.process.OutputDataReceived += (_, line) => Append(cluster.output, line.Data);
        cluster.process.ErrorDataReceived += (_, line) => Append(cluster.error, line.Data);
        cluster.process.Start();
        cluster.process.BeginOutputReadLine();
        cluster.process.BeginErrorReadLine();
        cluster.ending.CancelAfter(Limit);
        return cluster;
    }

    /// <summary>Runs to the end; what was printed, and the exit code.</summary>
    public static async Task<ClusterProcess> RunAsync(params string[] arguments)
    {
        var cluster = Start(arguments);
        await cluster.EndAsync();
        return cluster;
    }

    public int ExitCode => process.ExitCode;

    public async Task EndAsync() => await process.WaitForExitAsync(ending.Token);

    /// <summary>Waits until it has named all its nodes.</summary>
    public async Task<IReadOnlyList<int>> NodesAsync(int count)
    {
        while (Nodes.Count < count)
        {
            Assert.False(process.HasExited, $"It ended before it started {count} nodes:\n{Output}{Error}");
            await Task.Delay(20, ending.Token);
        }

        return Nodes;
    }

    /// <summary>Waits until no node runs, and fails if one still does after a while.</summary>
    public async Task AssertNothingIsLeftAsync(TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (Nodes.Any(IsRunning) && waited.Elapsed < patience) await Task.Delay(50, ending.Token);
        Assert.DoesNotContain(Nodes, IsRunning);
    }

    public void Dispose()
    {
        foreach (var node in Nodes.Where(IsRunning)) Signals.Send("KILL", node);
        process.Kill();
        process.Dispose();
        ending.Dispose();
        Temporary.Delete(recursive: true);
    }

    // A process that has ended and that nobody has waited for is still listed; it does not run.
    private static bool IsRunning(int processId)
    {
        var status = $"/proc/{processId}/stat";
        try
        {
            if (OperatingSystem.IsLinux()) return File.ReadAllText(status).Split(") ")[^1][0] is not ('Z' or 'X');
            using var found = Process.GetProcessById(processId);
            return !found.HasExited;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return false;
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    [GeneratedRegex(@"^  Node .* process (\d+), socket", RegexOptions.Multiline)]
    private static partial Regex NodeProcess();
}
