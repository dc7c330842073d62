using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Reports;
using LeaderElection.Configuration;
using LeaderElection.Model;
using LeaderElection.Wire;

namespace LeaderElection.Nodes;

/// <summary>One node as a process: binds its socket, checks its configuration, and runs its program under a permission monitor.</summary>
/// <param name="settings">How it is started.</param>
/// <param name="input">Its configuration, if there is no file; when it ends, the node stops.</param>
/// <param name="output">Takes <see cref="NodeStatus"/> lines.</param>
/// <param name="error">Takes messages for people.</param>
public sealed class NodeProcess(NodeSettings settings, TextReader input, TextWriter output, TextWriter error)
{
    private readonly Lock writing = new();

    /// <summary>Runs until cancelled or until the input ends.</summary>
    /// <param name="cancellation">Stops the node.</param>
    /// <returns>The exit code of the process.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await RunMonitoredAsync(cancellation);
            return ExitCode.Holds;
        }
        catch (MonitorException refused)
        {
            return Fail(refused.Violation.ToString(), ExitCode.Refuted);
        }
        catch (ConfigurationException wrong)
        {
            return Fail($"Node {settings.Self}: {wrong.Message}", ExitCode.Usage);
        }
        catch (IOException failed)
        {
            return Fail($"Node {settings.Self}: {failed.Message}", ExitCode.Failure);
        }
    }

    private async Task RunMonitoredAsync(CancellationToken cancellation)
    {
        var known = settings.Configuration is { } file ? Load(file) : null;
        using var client = Bind(known?.Members.FirstOrDefault(m => m.Node == settings.Self)?.Listens ?? new(IPAddress.Loopback, 0));
        var bound = (IPEndPoint)client.Client.LocalEndPoint!;
        Say(new NodeStatus.Listening(bound));

        // Nobody is left to stop a node whose launcher has gone before it sent the configuration.
        if ((known ?? await ReadAsync(cancellation)) is not { } configuration) return;
        configuration.Own(settings.Self, bound);
        Say(new NodeStatus.Ready(configuration.Fingerprint));

        using var audit = settings.Audit is { } log ? AuditLog<RingNode.Event>.Create(log) : null;
        var options = new MonitorOptions<RingNode.State, RingNode.Event> { Name = $"RingNode n{settings.Self}", Audit = audit };
        using var udp = PermissionMonitor.Start(configuration.ComponentOf(settings.Self), options).Over(client, new RingCodec());
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        StopAtEndOfInput(stopping);
        var node = new NodeContext(settings.Self, configuration.Ring, udp, settings.Resend, () => Say(new NodeStatus.Elected(settings.Self)));
        try
        {
            await NodePrograms.Of(settings.Program, settings.Misconduct, node).RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop.
        }

        Say(new NodeStatus.Stopped(udp.Statistics.Total));
    }

    private UdpClient Bind(IPEndPoint endPoint)
    {
        try
        {
            return new UdpClient(endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new ConfigurationException($"{endPoint} is in use by another process.");
        }
        catch (SocketException e)
        {
            throw new ConfigurationException($"cannot listen at {endPoint}: {e.Message}.");
        }
    }

    private static RingConfiguration Load(string file)
    {
        try
        {
            return RingConfigurationJson.Read(File.ReadAllText(file), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"the configuration cannot be read: {e.Message}");
        }
    }

    private async Task<RingConfiguration?> ReadAsync(CancellationToken cancellation) =>
        await input.ReadLineAsync(cancellation) is { } line ? RingConfigurationJson.Read(line, "standard input") : null;

    private void StopAtEndOfInput(CancellationTokenSource stopping)
    {
        // A thread of its own: reads of the console cannot be cancelled.
        new Thread(() =>
        {
            try
            {
                while (input.ReadLine() is not null)
                {
                }

                stopping.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The node has stopped for another reason.
            }
        }) { IsBackground = true, Name = "end of input" }.Start();
    }

    private void Say(NodeStatus status)
    {
        lock (writing)
        {
            output.WriteLine(status);
            output.Flush();
        }
    }

    private int Fail(string message, int exitCode)
    {
        error.WriteLine(message);
        error.Flush();
        return exitCode;
    }
}
