using Igloo.Benchmarks.Exploring;
using Igloo.Benchmarks.Loading;
using Igloo.Benchmarks.Monitoring;
using Igloo.Exploring;

// Exploration of one model: dotnet run -c Release --project tools/Igloo.Benchmarks explore commit|ring SIZE [workers] [fingerprints]
if (args is ["explore", var model, var size, .. var rest])
{
    var storage = rest.Contains("fingerprints") ? StateStorage.Fingerprints : StateStorage.FullStates;
    Console.WriteLine(ExplorationBenchmark.Run(model, int.Parse(size), rest is [var workers, ..] && int.TryParse(workers, out var n) ? n : 1, storage));
    return;
}

// The same ring by Spin and by Igloo: dotnet run -c Release --project tools/Igloo.Benchmarks spin [nodes]
if (args is ["spin", .. var nodes])
{
    Console.WriteLine(SpinComparison.Run(nodes is [var count, ..] ? int.Parse(count) : 8));
    return;
}

// Datagrams and streams, 1 and 16 threads, 1 and 10,000 connections: dotnet run -c Release --project tools/Igloo.Benchmarks load [seconds]
if (args is ["load", .. var seconds])
{
    await LoadBenchmark.Run(TimeSpan.FromSeconds(seconds is [var limit, ..] ? int.Parse(limit) : 150));
    return;
}

// The peer of the streams above, started by it.
if (args is ["echo"])
{
    await EchoProcess.Serve();
    return;
}

// One table, bare and monitored side by side in one run: dotnet run -c Release --project tools/Igloo.Benchmarks [events] [core|udp|stream|audit]
var events = args is [var first, ..] ? int.Parse(first) : 100_000;
var part = args is [_, var chosen, ..] ? chosen : null;
if (part is null or "core") Console.WriteLine(CoreBenchmark.Run(10 * events));
if (part is null or "udp") Console.WriteLine(await UdpBenchmark.Run(events));
if (part is null or "stream") Console.WriteLine(await StreamBenchmark.Run(events));
if (part is null or "audit") Console.WriteLine(AuditBenchmark.Run(events));
