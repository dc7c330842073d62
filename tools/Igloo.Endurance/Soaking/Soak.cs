using System.Diagnostics;
using System.Globalization;

namespace Igloo.Endurance.Soaking;

/// <summary>
/// Many events through monitors in and without sockets, with connections that come and go, violations, failures, changing policies, snapshots and a
/// rotated log: verdicts must be right all the time, and memory and latency the same at the end as at the beginning.
/// </summary>
internal sealed class Soak(long events, int seed, string folder)
{
    private const int Tenths = 10;
    private const int Connections = 6;
    private const int LongestBatch = 32;
    private readonly Random random = new(seed);
    private readonly LatencyHistogram monitorTimes = new();
    private readonly LatencyHistogram socketTimes = new();
    private readonly LatencyHistogram bareTimes = new();
    private readonly Dictionary<string, List<double>> measured = [];
    private readonly byte[] buffer = new byte[64];

    /// <summary>Called for each block of events: a test puts something in that grows.</summary>
    public Action? Also { get; init; }

    public long Events { get; private set; }

    public TimeSpan Time { get; private set; }

    public IReadOnlyList<Trend> Trends =>
    [
        Of("monitor p50, ns", 0.10), Of("monitor p99, ns", 0.25), Of("monitor p99.9, ns", 0.50),
        Of("socket p50, us", 0.10), Of("socket p99, us", 0.25), Of("socket p99.9, us", 0.50),
        Of("bare socket p50, us", 0.10), Of("bare socket p99, us", 0.25), Of("bare socket p99.9, us", 0.50),
        Of("socket over bare p50", 0.10), Of("socket over bare p99", 0.25), Of("socket over bare p99.9", 0.50),
        .. MemoryTrends,
    ];

    // Caches fill for a while: that of the peers of a socket alone holds 16,384, some five megabytes, and is emptied when it is full.
    public IReadOnlyList<Trend> MemoryTrends =>
        [Of("live bytes", 0.02, 8 << 20), Of("working set, bytes", 0.05, 64 << 20), Of("elements of states", 0, 64), Of("open files and sockets", 0, 8), Of("bytes of the log", 0.02, 2 << 20)];

    public async Task RunAsync()
    {
        await using var server = new WordServer();
        using var gauges = new Gauges();
        using var node = new SoakNode(folder, random);
        using var peers = new SoakPeers();
        await using var bare = await server.ConnectAsync();
        var connections = new SoakConnection[Connections];
        for (var i = 0; i < Connections; i++) connections[i] = await SoakConnection.OpenAsync(server);
        var begun = Stopwatch.GetTimestamp();
        var recorded = 0L;
        for (var tenth = 1; tenth <= Tenths; tenth++)
        {
            while (Events < events * tenth / Tenths)
            {
                var batch = random.Next(1, LongestBatch + 1);
                node.Do(batch, monitorTimes);
                recorded += batch;
                await RoundAsync(connections[random.Next(Connections)], bare);
                if (random.Next(8) == 0) await peers.HearAsync(random);
                Also?.Invoke();
                Events = recorded + peers.Events + connections.Sum(c => c.Events);
            }

            node.Check();
            Measure(gauges);
        }

        Time = Stopwatch.GetElapsedTime(begun);
        foreach (var connection in connections) await connection.DisposeAsync();
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Soak of {Events:N0} events, seed {seed}, {Time.TotalSeconds:0.0} s; at the end of each tenth, drift over the last nine\n{string.Join('\n', Trends)}\n");

    private async Task RoundAsync(SoakConnection connection, Stream bare)
    {
        switch (random.Next(400))
        {
            case 0: await connection.MisbehaveAsync(); break;
            case 1: await connection.LoseAsync(); break;
            case 2: await connection.ReconnectAsync(); break;
            case 3: await connection.ResumeAsync(); break;
            case 4: connection.SwitchPolicy(); break;
            default: await connection.TalkAsync(random.Next(2, LongestBatch + 1)); break;
        }

        socketTimes.Add(await connection.TalkAsync(1));
        var begun = Stopwatch.GetTimestamp();
        await bare.WriteAsync("1\n"u8.ToArray());
        await bare.ReadExactlyAsync(buffer.AsMemory(0, WordServer.WordLength));
        bareTimes.Add(Stopwatch.GetTimestamp() - begun);
    }

    private void Measure(Gauges gauges)
    {
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999) })
        {
            Add($"monitor {name}, ns", monitorTimes.Percentile(share));
            Add($"socket {name}, us", socketTimes.Percentile(share) / 1_000);
            Add($"bare socket {name}, us", bareTimes.Percentile(share) / 1_000);
            Add($"socket over bare {name}", socketTimes.Percentile(share) / bareTimes.Percentile(share));
        }

        foreach (var times in new[] { monitorTimes, socketTimes, bareTimes }) times.Clear();
        Add("elements of states", gauges.StateElements());
        Add("live bytes", Gauges.LiveBytes());
        Add("working set, bytes", Environment.WorkingSet);
        Add("open files and sockets", Gauges.Handles());
        Add("bytes of the log", Directory.EnumerateFiles(folder).Sum(f => new FileInfo(f).Length));
    }

    private void Add(string name, double value)
    {
        if (!measured.TryGetValue(name, out var values)) measured.Add(name, values = []);
        values.Add(value);
    }

    private Trend Of(string name, double relative, double absolute = 0) => new(name, measured[name], relative, absolute);
}
