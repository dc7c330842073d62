using System.Threading.Channels;
using Failover.Model;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Failures;
using Igloo.Monitoring.Messages;

namespace Failover.Nodes;

/// <summary>The program of one node: heartbeats, suspicions, claims.</summary>
/// <param name="self">The node.</param>
/// <param name="group">All nodes.</param>
/// <param name="silence">How long another may be silent before it is suspected.</param>
/// <param name="input">Lines to this node; their end asks it to end.</param>
/// <param name="output">Lines from this node.</param>
internal sealed class NodeProcess(Node self, Group group, TimeSpan silence, TextReader input, TextWriter output)
{
    private const int BeatsPerSilence = 20;
    private readonly Lock writing = new();
    private readonly Channel<Letter> letters = Channel.CreateUnbounded<Letter>();

    /// <summary>Runs until the input ends.</summary>
    /// <param name="log">Where the events are recorded.</param>
    public async Task RunAsync(string log)
    {
        using var audit = AuditLog<Candidate.Event>.Create(log);
        using var monitor = PermissionMonitor.Start(new Candidate(self, group), new() { Name = $"Candidate n{self}", Audit = audit, Log = Console.Error.WriteLine });
        using var port = monitor.Over(new PipePort(letters.Reader, Write), new LetterCodec());
        Write(new(Line.Ready));
        if (await input.ReadLineAsync() is null) return;

        // Nobody is watched before all are there.
        using var end = new CancellationTokenSource();
        using var detector = monitor.FailureDetector(group.Nodes.Where(n => n != self), silence, (Node n) => new Candidate.Event.Suspect(n));
        Task[] working =
        [
            detector.BeatAsync(Beat, silence / BeatsPerSilence, end.Token),
            LeadAsync(port, detector, end.Token),
            FollowAsync(port, end.Token),
        ];
        var reading = ReadAsync(detector);
        var first = await Task.WhenAny([reading, .. working]);
        await end.CancelAsync();
        foreach (var task in working.Prepend(first)) await Ended(task);
    }

    /// <summary>Leads when all before it are suspected, and tells the others.</summary>
    private async Task LeadAsync(MonitoredPort<Candidate.State, Candidate.Event, Letter> port, MonitoredFailureDetector<Candidate.State, Candidate.Event, Node> detector, CancellationToken cancellation)
    {
        var before = group.Nodes.Where(n => group.Less(n, self)).ToHashSet();
        while (before.Count > 0) before.Remove((await detector.SuspectAsync<Candidate.Event.Suspect>(cancellation)).Node);
        foreach (var other in group.Nodes.Where(n => n != self)) await port.SendAsync(new Candidate.Event.Claim(other, self), cancellation);
        while (true) await detector.SuspectAsync<Candidate.Event.Suspect>(cancellation);
    }

    private async Task FollowAsync(MonitoredPort<Candidate.State, Candidate.Event, Letter> port, CancellationToken cancellation)
    {
        while (await port.ReceiveAsync<Candidate.Event.Follow>(cancellation) is { } follow) Write(new(Line.Following, follow.Leader));
    }

    private async Task ReadAsync(MonitoredFailureDetector<Candidate.State, Candidate.Event, Node> detector)
    {
        while (await input.ReadLineAsync() is { } text)
        {
            if (Line.Parse(text) is not { } line) continue;
            detector.Heard(line.First);
            if (line.Kind == Line.Letter) letters.Writer.TryWrite(new(line.First, line.Second));
        }
    }

    private ValueTask Beat(CancellationToken cancellation)
    {
        Write(new(Line.Heartbeat));
        return default;
    }

    private void Write(Line line)
    {
        lock (writing)
        {
            output.WriteLine(line.ToString());
            output.Flush();
        }
    }

    private static async Task Ended(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // It was asked to.
        }
    }
}
