namespace Igloo.Monitoring.Tests;

/// <summary>A clock that tests move.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 21, 14, 2, 5, 190, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public void Pass(double seconds) => now = now.AddSeconds(seconds);
}
