using System.Diagnostics;
using System.Globalization;
using System.Text;
using LeaderElection.Configuration;
using LeaderElection.Nodes;

namespace Igloo.AheadOfTime.Tests;

/// <summary>One node of a ring as a process, compiled ahead of time or just in time.</summary>
internal sealed class RingMemberProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder messages = new();

    private RingMemberProcess(Process process, LeaderElection.Model.Node node, string log)
    {
        this.process = process;
        Node = node;
        Log = log;
    }

    public LeaderElection.Model.Node Node { get; }

    public string Log { get; }

    public int ExitCode => process.ExitCode;

    /// <summary>What it wrote for people.</summary>
    public string Messages
    {
        get
        {
            lock (messages) return messages.ToString();
        }
    }

    /// <param name="executable">The program, or null for the one that is compiled just in time.</param>
    /// <param name="node">Its identifier.</param>
    /// <param name="folder">Where it puts its log.</param>
    /// <param name="arguments">Further arguments.</param>
    public static RingMemberProcess Start(string? executable, int node, string folder, params string[] arguments)
    {
        var log = Path.Combine(folder, $"{node}.jsonl");
        string[] all = ["node", "--id", node.ToString(CultureInfo.InvariantCulture), "--audit", log, .. arguments];
        var start = executable is null ? new ProcessStartInfo("dotnet", ["exec", PublishedNode.Library, .. all]) : new ProcessStartInfo(executable, all);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var member = new RingMemberProcess(new Process { StartInfo = start }, new(node), log);
        member.process.ErrorDataReceived += (_, line) => member.Noted(line.Data);
        member.process.Start();
        member.process.BeginErrorReadLine();
        return member;
    }

    /// <summary>Reads what it says until it says this; null where it ends before.</summary>
    public async Task<TStatus?> UntilAsync<TStatus>(CancellationToken cancellation)
        where TStatus : NodeStatus
    {
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (NodeStatus.Parse(line) is TStatus status) return status;
        }

        return null;
    }

    public async Task ConfigureAsync(RingConfiguration configuration)
    {
        await process.StandardInput.WriteLineAsync(RingConfigurationJson.Write(configuration));
        await process.StandardInput.FlushAsync();
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Noted(string? line)
    {
        if (line is null) return;
        lock (messages) messages.Append(line).Append('\n');
    }
}
