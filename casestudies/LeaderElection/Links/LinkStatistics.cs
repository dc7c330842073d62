namespace LeaderElection.Links;

/// <summary>What became of the datagrams of a link.</summary>
/// <param name="Taken">Taken from senders.</param>
/// <param name="Passed">Passed on, duplicates and corrupted ones included.</param>
/// <param name="Lost">Lost on purpose.</param>
/// <param name="Duplicated">Passed on twice.</param>
/// <param name="Reordered">Passed on after one that was taken later.</param>
/// <param name="Corrupted">Passed on with other bytes.</param>
/// <param name="Refused">Taken, but not passed on: the receiver was gone, or the link was closed before they were due.</param>
public sealed record LinkStatistics(long Taken, long Passed, long Lost, long Duplicated, long Reordered, long Corrupted, long Refused)
{
    /// <summary>No datagram yet.</summary>
    public static LinkStatistics None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The statistics of two links together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static LinkStatistics operator +(LinkStatistics left, LinkStatistics right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Add(left, right);
    }

    /// <summary>The statistics of two links together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static LinkStatistics Add(LinkStatistics left, LinkStatistics right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(
            left.Taken + right.Taken,
            left.Passed + right.Passed,
            left.Lost + right.Lost,
            left.Duplicated + right.Duplicated,
            left.Reordered + right.Reordered,
            left.Corrupted + right.Corrupted,
            left.Refused + right.Refused);
    }
}
