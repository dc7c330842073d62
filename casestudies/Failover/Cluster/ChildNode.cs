using System.Diagnostics;
using System.Globalization;
using Failover.Model;
using Failover.Nodes;

namespace Failover.Cluster;

/// <summary>A node process that this process has started and will end.</summary>
internal sealed class ChildNode : IDisposable
{
    private readonly Process process;
    private readonly Lock writing = new();

    // From then on nobody writes: what others say may still come in.
    private bool isEnding;

    private ChildNode(Node self, Process process)
    {
        Self = self;
        this.process = process;
    }

    public Node Self { get; }

    public static ChildNode Start(Node self, int size, TimeSpan silence, string log, Action<ChildNode, Line> heard)
    {
        var start = OwnCommand();
        foreach (var argument in new[] { "node", self.ToString(), size.ToString(CultureInfo.InvariantCulture), silence.TotalMilliseconds.ToString(CultureInfo.InvariantCulture), log })
            start.ArgumentList.Add(argument);
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        var child = new ChildNode(self, new Process { StartInfo = start });
        child.process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Line.Parse(text) is { } parsed) heard(child, parsed);
        };
        child.process.Start();
        child.process.BeginOutputReadLine();
        return child;
    }

    /// <summary>Hands it a line. A process that has ended, or was asked to, does not mind.</summary>
    public void Tell(Line line)
    {
        try
        {
            lock (writing)
            {
                if (isEnding) return;
                process.StandardInput.WriteLine(line.ToString());
                process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // It has crashed: what is on the way to it is never taken.
        }
    }

    /// <summary>Ends it by force: a crash.</summary>
    public void Crash()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellation)
    {
        lock (writing)
        {
            isEnding = true;
            process.StandardInput.Close();
        }

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        lock (writing) isEnding = true;
        process.Dispose();
    }

    // This very program, whether it was started by its own executable, by `dotnet`, or is a library of a test.
    private static ProcessStartInfo OwnCommand()
    {
        var library = typeof(ChildNode).Assembly.Location;
        var executable = Environment.ProcessPath;
        var name = executable is null ? "" : Path.GetFileName(executable).Replace(".exe", "", StringComparison.OrdinalIgnoreCase);
        if (name == Path.GetFileNameWithoutExtension(library)) return new(executable!);
        var isHost = name == "dotnet";
        return new(isHost ? executable! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { ArgumentList = { "exec", library } };
    }
}
