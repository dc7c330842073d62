using Igloo.Benchmarks.Monitoring;

// One table, bare and monitored side by side in one run: dotnet run -c Release --project tools/Igloo.Benchmarks [events]
var events = args is [var first, ..] ? int.Parse(first) : 100_000;
Console.WriteLine(CoreBenchmark.Run(10 * events));
Console.WriteLine(await UdpBenchmark.Run(events));
