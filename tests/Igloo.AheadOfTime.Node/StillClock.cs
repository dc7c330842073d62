namespace Igloo.AheadOfTime.Node;

/// <summary>A clock that stands still, so that two runs print the same.</summary>
internal sealed class StillClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;

    public override long GetTimestamp() => 0;
}
