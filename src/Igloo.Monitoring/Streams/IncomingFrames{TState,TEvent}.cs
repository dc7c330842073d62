using System.Runtime.CompilerServices;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Streams;

/// <summary>Gives a program the bytes of frames whose events have been recorded, in pieces of any size.</summary>
internal sealed class IncomingFrames<TState, TEvent>(
    MonitoredPort<TState, TEvent, Frame<TEvent>> port, StreamPort<TEvent> frames, Stream stream, StreamProtocol<TEvent> protocol, string name)
    where TState : class
    where TEvent : class
{
    private readonly Turns reading = new(name);
    private ReadOnlyMemory<byte> recorded;

    // Only where violations are merely observed: after a refused input there are no frames any more.
    private bool isUnframed;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        await reading.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (recorded.IsEmpty && !isUnframed && !await RecordFrame(cancellation).ConfigureAwait(false)) return 0;
            if (recorded.IsEmpty) return await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            var count = Math.Min(buffer.Length, recorded.Length);
            recorded[..count].CopyTo(buffer);
            recorded = recorded[count..];
            return count;
        }
        finally
        {
            reading.Exit();
        }
    }

    public void End() => reading.End(null);

    // False at the end of the stream.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> RecordFrame(CancellationToken cancellation)
    {
        try
        {
            var arrival = await port.ReceiveAsync(protocol.ReceivedCase, accept: null, cancellation).ConfigureAwait(false);
            recorded = arrival.IsMessage ? arrival.Message.Message.Bytes : default;
            return arrival.IsMessage;
        }
        catch (Exception failure) when (failure is RefusedInputException or EndOfStreamException && port.Monitor.LetsThrough(protocol.ReceivedCase))
        {
            isUnframed = true;
            recorded = frames.TakeRest();
            return true;
        }
        catch (RefusedInputException failure)
        {
            reading.End(failure);
            throw;
        }
    }
}
