using System.Buffers.Text;
using System.Diagnostics;
using Igloo.Endurance.Fuzzing.Targets;
using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using E = Igloo.Endurance.Models.Dialogue.Event;

namespace Igloo.Endurance.Soaking;

/// <summary>A program on one monitored connection, with everything that happens to one in months.</summary>
internal sealed class SoakConnection : IAsyncDisposable
{
    private const int LargestNumber = 900_000;
    private static readonly StreamProtocol<E> Protocol = new DialogueConversation(DialogueConversation.Lines).Protocol;
    private readonly WordServer server;
    private readonly byte[] written = new byte[1_024];
    private readonly byte[] read = new byte[1_024];
    private PermissionMonitor<Dialogue.State, E> monitor;
    private MonitoredStream<Dialogue.State, E> stream;
    private int next;
    private bool isObserved;

    private SoakConnection(WordServer server, Stream wire)
    {
        this.server = server;
        monitor = Start(null);
        stream = monitor.Wrap(wire, Protocol);
    }

    /// <summary>How many events the monitors of this connection have recorded.</summary>
    public long Events { get; private set; }

    public static async Task<SoakConnection> OpenAsync(WordServer server) => new(server, await server.ConnectAsync());

    /// <summary>Says some numbers in one write, hears the answers, and forgets them.</summary>
    /// <returns>How long it took, in ticks.</returns>
    public async Task<long> TalkAsync(int lines)
    {
        var begun = Stopwatch.GetTimestamp();
        await stream.WriteAsync(written.AsMemory(0, Lines(lines)));
        await stream.ReadExactlyAsync(read.AsMemory(0, lines * WordServer.WordLength));
        var time = Stopwatch.GetTimestamp() - begun;
        Perform(new E.Forget());
        Events += 2 * lines;
        if (next > LargestNumber) Restart();
        if (monitor.State is not { Heard.IsEmpty: true } state || state.Next != next) throw new InvalidOperationException($"The monitor is in {monitor.State}; said was {next - 1}.");
        return time;
    }

    /// <summary>A number out of turn: refused and the connection lost, or let through, reported, and followed again from an anchor.</summary>
    public async Task MisbehaveAsync()
    {
        var wrong = written.AsMemory(0, Line(0, next + 1));
        if (!isObserved)
        {
            try
            {
                await stream.WriteAsync(wrong);
                throw new InvalidOperationException($"{next + 1} was let through where {next} is to be said.");
            }
            catch (PermissionViolationException)
            {
                await ReconnectAsync();
                return;
            }
        }

        await stream.WriteAsync(wrong);
        await stream.ReadExactlyAsync(read.AsMemory(0, WordServer.WordLength));
        Events++;
        Restart();
    }

    /// <summary>The peer ends inside a word; a read before it is cancelled.</summary>
    public async Task LoseAsync()
    {
        using (var cancelled = new CancellationTokenSource())
        {
            var reading = stream.ReadAsync(read, cancelled.Token).AsTask();
            await cancelled.CancelAsync();
            try
            {
                await reading;
            }
            catch (OperationCanceledException)
            {
            }
        }

        Perform(new E.Skip(9_999_999));
        await stream.WriteAsync("9999999\n"u8.ToArray());
        Events++;
        try
        {
            await stream.ReadExactlyAsync(read.AsMemory(0, WordServer.WordLength));
            throw new InvalidOperationException("Half a word was read.");
        }
        catch (EndOfStreamException)
        {
            await ReconnectAsync();
        }
    }

    public void SwitchPolicy()
    {
        isObserved = !isObserved;
        monitor.Policies = isObserved ? ViolationPolicy.Observe : ViolationPolicy.Enforce;
    }

    /// <summary>A restart of the program: the monitor goes on from its snapshot, on a new connection.</summary>
    public async Task ResumeAsync()
    {
        var snapshot = MonitorSnapshot.Parse(monitor.Snapshot().ToJson());
        monitor.Dispose();
        monitor = Start(snapshot);
        await ReconnectAsync();
    }

    /// <summary>A new connection; the monitor stays or is a new one.</summary>
    public async Task ReconnectAsync()
    {
        await stream.DisposeAsync();
        if (next % 2 == 0)
        {
            monitor.Dispose();
            monitor = Start(null);
            next = 0;
        }

        Restart();
        stream = monitor.Wrap(await server.ConnectAsync(), Protocol);
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        monitor.Dispose();
    }

    private PermissionMonitor<Dialogue.State, E> Start(MonitorSnapshot? snapshot)
    {
        var options = new MonitorOptions<Dialogue.State, E>
        {
            Policy = isObserved ? ViolationPolicy.Observe : ViolationPolicy.Enforce, Anchor = e => e is E.Restart ? new Dialogue().Initial : null, Log = _ => { },
        };
        return snapshot is null ? PermissionMonitor.Start(new Dialogue(), options) : PermissionMonitor.Resume(new Dialogue(), snapshot, monitor.State, options: options);
    }

    private void Restart()
    {
        Perform(new E.Restart());
        next = 0;
    }

    private void Perform(E e)
    {
        monitor.Perform(e);
        Events++;
    }

    private int Lines(int count)
    {
        var length = 0;
        for (var i = 0; i < count; i++) length += Line(length, next++);
        return length;
    }

    private int Line(int at, int number)
    {
        Utf8Formatter.TryFormat(number, written.AsSpan(at), out var digits);
        written[at + digits] = (byte)'\n';
        return digits + 1;
    }
}
