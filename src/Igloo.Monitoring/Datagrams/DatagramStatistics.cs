using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Datagrams;

/// <summary>How many datagrams were dropped, by reason. Safe for use by several threads.</summary>
public sealed class DatagramStatistics
{
    private readonly long[] dropped = new long[Enum.GetValues<DropReason>().Length];

    /// <summary>The number of dropped datagrams.</summary>
    public long Total => Enum.GetValues<DropReason>().Sum(Dropped);

    /// <summary>The number of datagrams dropped for one reason.</summary>
    /// <param name="reason">The reason.</param>
    public long Dropped(DropReason reason) => Interlocked.Read(ref dropped[(int)reason]);

    internal void Count(DropReason reason) => Interlocked.Increment(ref dropped[(int)reason]);
}
