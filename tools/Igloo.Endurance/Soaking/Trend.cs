using System.Globalization;

namespace Igloo.Endurance.Soaking;

/// <summary>Whether a quantity grew over a run: the first of its tenths is the start-up and does not count.</summary>
/// <param name="Name">What was measured, with its unit.</param>
/// <param name="Values">Its value at the end of each tenth.</param>
/// <param name="RelativeTolerance">The growth from the second tenth to the last that counts as none, as a share of the median.</param>
/// <param name="AbsoluteTolerance">The same in the unit; the larger of both applies.</param>
internal sealed record Trend(string Name, IReadOnlyList<double> Values, double RelativeTolerance, double AbsoluteTolerance = 0)
{
    // One-sided, one in a hundred, for nine values without ties (Mann and Kendall).
    private const int Significant = 24;

    public TrendVerdict Verdict => Drift <= Tolerance ? TrendVerdict.Flat : Agreement >= Significant ? TrendVerdict.Grows : TrendVerdict.Unsteady;

    /// <summary>The growth over the counted tenths: the median of all slopes (Theil and Sen), which single outliers do not move.</summary>
    public double Drift => Median(Pairs.Select(p => (p.Later - p.Earlier) / p.Distance)) * (Counted.Count - 1);

    public double Tolerance => Math.Max(RelativeTolerance * Math.Abs(Median(Counted)), AbsoluteTolerance);

    private int Agreement => Pairs.Sum(p => Math.Sign(p.Later - p.Earlier));

    private List<double> Counted => [.. Values.Skip(1)];

    private IEnumerable<(double Earlier, double Later, int Distance)> Pairs =>
        from i in Enumerable.Range(0, Counted.Count) from j in Enumerable.Range(i + 1, Counted.Count - i - 1) select (Counted[i], Counted[j], j - i);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"  {Name,-34}{string.Concat(Values.Select(v => v.ToString(v < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture).PadLeft(12)))}   drift {Drift:+#,0.##;-#,0.##;0}, tolerance {Tolerance:#,0.##}: {Verdict}");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
