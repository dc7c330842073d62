using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using LeaderElection.Model;
using LeaderElection.Nodes;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.Cluster;

/// <summary>A node process that this process has started and will end.</summary>
internal sealed class ChildNode : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder messages = new();
    private readonly TaskCompletionSource outputEnded = new();
    private readonly TaskCompletionSource errorEnded = new();

    private ChildNode(Process process, NodeSettings settings)
    {
        this.process = process;
        Settings = settings;
    }

    public NodeSettings Settings { get; }

    public Node Self => Settings.Self;

    public int ProcessId { get; private set; }

    public bool HasEnded => process.HasExited;

    /// <summary>What it wrote for people.</summary>
    public string Messages
    {
        get
        {
            lock (messages) return messages.ToString().TrimEnd();
        }
    }

    public static ChildNode Start(NodeSettings settings, ChannelWriter<NodeEvent> events)
    {
        var start = OwnCommand();
        foreach (var argument in Arguments(settings)) start.ArgumentList.Add(argument);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        var child = new ChildNode(new Process { StartInfo = start, EnableRaisingEvents = true }, settings);
        child.process.OutputDataReceived += (_, line) => child.Heard(line.Data, events);
        child.process.ErrorDataReceived += (_, line) => child.Noted(line.Data);
        child.process.Exited += (_, _) => _ = child.ReportEndAsync(events);
        child.process.Start();
        child.ProcessId = child.process.Id;
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Sends it a line. A process that has ended does not mind.</summary>
    public void Tell(string line)
    {
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Its end is reported by itself.
        }
    }

    /// <summary>Asks it to end.</summary>
    public void Stop()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // As above.
        }
    }

    /// <summary>Ends it by force, if it still runs.</summary>
    public void Dispose()
    {
        try
        {
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It never started.
        }

        process.Dispose();
    }

    // This very program, whether it was started by its own executable, by `dotnet`, or is a library of a test.
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "A program of one file has no library, and is started itself.")]
    private static ProcessStartInfo OwnCommand()
    {
        var library = typeof(ChildNode).Assembly.Location;
        var executable = Environment.ProcessPath;
        if (library.Length == 0 && executable is not null) return new(executable);
        if (executable is not null && Path.GetFileNameWithoutExtension(executable) == Path.GetFileNameWithoutExtension(library)) return new(executable);
        var isHost = executable is not null && Path.GetFileNameWithoutExtension(executable) == "dotnet";
        var host = isHost ? executable! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new(host) { ArgumentList = { "exec", library } };
    }

    private static IEnumerable<string> Arguments(NodeSettings settings) =>
    [
        "node",
        "--id", settings.Self.ToString(),
        "--program", settings.Program.ToString().ToLowerInvariant(),
        "--resend", settings.Resend.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        .. settings.Audit is { } audit ? ["--audit", audit] : Array.Empty<string>(),
        .. settings.Misconduct != Misconduct.None ? ["--fault", CommandLine.MisconductNames.Of(settings.Misconduct)] : Array.Empty<string>(),
    ];

    private void Heard(string? line, ChannelWriter<NodeEvent> events)
    {
        if (line is null) outputEnded.TrySetResult();
        else if (NodeStatus.Parse(line) is { } status) events.TryWrite(new NodeEvent.Said(this, status));
        else Noted(line);
    }

    private void Noted(string? line)
    {
        if (line is null)
        {
            errorEnded.TrySetResult();
            return;
        }

        lock (messages) messages.AppendLine(line);
    }

    // The end comes after everything it said. The limit is for a pipe that somebody else has inherited.
    private async Task ReportEndAsync(ChannelWriter<NodeEvent> events)
    {
        await Task.WhenAny(Task.WhenAll(outputEnded.Task, errorEnded.Task), Task.Delay(TimeSpan.FromSeconds(2)));
        events.TryWrite(new NodeEvent.Ended(this, process.ExitCode));
    }
}
