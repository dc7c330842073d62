using Igloo.Benchmarks.Monitoring;

// One table, bare and monitored side by side in one run: dotnet run -c Release --project tools/Igloo.Benchmarks [events] [core|udp|audit|soak|fuzz]
var events = args is [var first, ..] ? int.Parse(first) : 100_000;
var part = args is [_, var chosen, ..] ? chosen : null;
if (part is null or "core") Console.WriteLine(CoreBenchmark.Run(10 * events));
if (part is null or "udp") Console.WriteLine(await UdpBenchmark.Run(events));
if (part is null or "audit") Console.WriteLine(AuditBenchmark.Run(events));

// For minutes, not part of the table: soak is to be run with 10,000,000 events, fuzz with as many inputs.
if (part == "soak") Console.WriteLine(Soak.Run(events, seed: 1));
if (part == "fuzz") Console.WriteLine(DatagramFuzz.Run(events, seed: 1));
