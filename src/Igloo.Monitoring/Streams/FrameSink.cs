namespace Igloo.Monitoring.Streams;

/// <summary>Where permitted frames leave to.</summary>
/// <remarks>A call that blocks is over when it returns: it waits on its own thread, not for one of the pool.</remarks>
internal abstract class FrameSink
{
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> frames, bool isBlocking, CancellationToken cancellation);

    public abstract ValueTask FlushAsync(bool isBlocking, CancellationToken cancellation);
}
