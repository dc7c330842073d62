using Igloo.Endurance.Soaking;

namespace Igloo.Endurance.Tests;

/// <summary>What counts as growth.</summary>
public sealed class TrendTests
{
    [Theory]
    [InlineData("500 100 101 99 100 102 98 101 100 99", "Flat")]
    [InlineData("100 100 100 100 100 100 100 100 100 900", "Flat")]
    [InlineData("500 120 118 115 112 110 108 105 102 100", "Flat")]
    [InlineData("100 100 102 104 106 108 110 112 114 116", "Grows")]
    [InlineData("1 100 103 102 108 107 112 111 116 118", "Grows")]
    [InlineData("100 100 140 90 130 150 110 100 160 130", "Unsteady")]
    public void Series_of_tenths_is(string values, string verdict) =>
        Assert.Equal(verdict, new Trend("x", [.. values.Split(' ').Select(double.Parse)], RelativeTolerance: 0.1).Verdict.ToString());

    [Fact]
    public void Absolute_tolerance_covers_what_is_small() =>
        Assert.Equal(TrendVerdict.Flat, new Trend("x", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], RelativeTolerance: 0, AbsoluteTolerance: 8).Verdict);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(0.999)]
    public void Percentile_is_exact_to_two_percent(double share)
    {
        var random = new Random(1);
        var histogram = new LatencyHistogram();
        var ticks = Enumerable.Range(0, 50_000).Select(_ => (long)Math.Exp(random.NextDouble() * 20)).ToArray();
        foreach (var t in ticks) histogram.Add(t);

        var exact = ticks.Order().ElementAt((int)Math.Ceiling(share * ticks.Length) - 1) * 1e9 / System.Diagnostics.Stopwatch.Frequency;
        Assert.InRange(histogram.Percentile(share), exact * 0.98, exact * 1.02);
    }
}
