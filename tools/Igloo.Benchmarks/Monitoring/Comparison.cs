using System.Globalization;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Pairs of adjacent blocks, bare and monitored.</summary>
/// <param name="title">What a round trip is.</param>
internal sealed class Comparison(string title)
{
    private readonly List<(Block Bare, Block Monitored)> pairs = [];

    public void Add(Block bare, Block monitored) => pairs.Add((bare, monitored));

    public override string ToString() => string.Join('\n',
        $"{title}; medians of {pairs.Count} blocks of each kind by turns",
        "                                  mean*      p50      p99    p99.9   bytes/event",
        Line("bare socket, µs/round trip", b => Median(p => b(p.Bare))),
        Line("monitored, µs/round trip", b => Median(p => b(p.Monitored))),
        Ratios(),
        "  * without the slowest hundredth of each block",
        // A nursery larger than the processor's cache makes each state that the model allocates a miss, which shows in the tail.
        $"  nursery (DOTNET_GCgen0size, hexadecimal bytes): {Environment.GetEnvironmentVariable("DOTNET_GCgen0size") ?? "the runtime's own choice"}");

    private static string Line(string name, Func<Func<Block, double>, double> median) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-28}{median(b => b.Mean),9:0.00}{median(b => b.P50),9:0.00}{median(b => b.P99),9:0.00}{median(b => b.P999),9:0.00}{median(b => b.Bytes),14:0.0}");

    // Of neighbours, so that a machine that gets slower or faster meanwhile does not show as a difference.
    private string Ratios()
    {
        double Ratio(Func<Block, double> figure) => 100 * Median(p => figure(p.Monitored) / figure(p.Bare));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {"monitored / bare, %",-28}{Ratio(b => b.Mean),9:0.0}{Ratio(b => b.P50),9:0.0}{Ratio(b => b.P99),9:0.0}{Ratio(b => b.P999),9:0.0}\n  throughput of the bare socket: {100 * 100 / Ratio(b => b.Mean):0.0} %");
    }

    private double Median(Func<(Block Bare, Block Monitored), double> figure)
    {
        var sorted = pairs.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
