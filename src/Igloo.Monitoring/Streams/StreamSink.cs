namespace Igloo.Monitoring.Streams;

/// <summary>Frames leave by a stream.</summary>
internal sealed class StreamSink(Stream stream) : FrameSink
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> frames, bool isBlocking, CancellationToken cancellation)
    {
        if (!isBlocking) return stream.WriteAsync(frames, cancellation);
        stream.Write(frames.Span);
        return default;
    }

    public override ValueTask FlushAsync(bool isBlocking, CancellationToken cancellation)
    {
        if (!isBlocking) return new(stream.FlushAsync(cancellation));
        stream.Flush();
        return default;
    }
}
