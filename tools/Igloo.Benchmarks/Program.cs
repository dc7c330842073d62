using Igloo.Benchmarks.Monitoring;

// One table, bare and monitored side by side in one run: dotnet run -c Release --project tools/Igloo.Benchmarks [events] [core|udp|audit]
var events = args is [var first, ..] ? int.Parse(first) : 100_000;
var part = args is [_, var chosen, ..] ? chosen : null;
if (part is null or "core") Console.WriteLine(CoreBenchmark.Run(10 * events));
if (part is null or "udp") Console.WriteLine(await UdpBenchmark.Run(events));
if (part is null or "audit") Console.WriteLine(AuditBenchmark.Run(events));
