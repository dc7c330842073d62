using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Streams;

/// <summary>Finds frames in the bytes of a stream and records their events, each before the program gets it: as an event, or as bytes in pieces of any size.</summary>
/// <remarks>Bytes are decoded where they were read and copied once: into the program's memory, after their event.</remarks>
internal sealed class IncomingFrames<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, Stream stream, StreamProtocol<TEvent> protocol, string name)
    where TState : class
    where TEvent : class
{
    private const int LeastRoom = 1_024;
    private readonly Turns reading = new(name);
    private readonly FrameBuffer incoming = new();
    private EventPlan<TEvent>? lastReceived;

    // A frame stays in the buffer until the next one is asked for, so that a refused one is part of the rest.
    private int answered;

    // What the program still has to get.
    private ReadOnlyMemory<byte> recorded;

    // Only where violations are merely observed: after a refused input there are no frames any more.
    private bool isUnframed;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (!reading.TryEnter()) await reading.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            try
            {
                if (recorded.IsEmpty && !isUnframed && await Next<TEvent>(protocol.ReceivedCase, accept: null, cancellation).ConfigureAwait(false) is null) return 0;
            }
            catch (Exception failure) when (failure is RefusedInputException or EndOfStreamException && monitor.LetsThrough(protocol.ReceivedCase))
            {
                isUnframed = true;
                recorded = incoming.Take(incoming.Length);
            }

            if (recorded.IsEmpty) return await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            var count = Math.Min(buffer.Length, recorded.Length);
            recorded[..count].CopyTo(buffer);
            recorded = recorded[count..];
            return count;
        }
        catch (RefusedInputException failure)
        {
            reading.End(failure);
            throw;
        }
        finally
        {
            reading.Exit();
        }
    }

    /// <summary>The event of the next frame; null at the end of the stream.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TCase?> ReceiveAsync<TCase>(Action<TCase>? accept, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        if (!reading.TryEnter()) await reading.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Next(typeof(TCase), accept, cancellation).ConfigureAwait(false);
        }
        catch (RefusedInputException failure)
        {
            reading.End(failure);
            throw;
        }
        finally
        {
            reading.Exit();
        }
    }

    public void End() => reading.End(null);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TCase?> Next<TCase>(Type caseType, Action<TCase>? accept, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        if (monitor.FindPlan(caseType, ref lastReceived) is not { Sample: { } sample } plan) throw new ArgumentException($"{caseType.Name} is no case with inputs.");
        monitor.RequireAcceptance(accept is not null);
        var call = monitor.Begin(plan, sample, name);
        TCase? received = null;
        try
        {
            incoming.Take(answered);
            answered = 0;
            while (true)
            {
                received = Record(call, caseType, accept);
                if (received is not null) return received;
                var count = await stream.ReadAsync(incoming.Room(LeastRoom), cancellation).ConfigureAwait(false);
                if (count > 0) incoming.Advance(count);
                else if (incoming.Length == 0) return null;
                else throw new EndOfStreamException($"{name} ended inside a frame, after {incoming.Length} bytes of it.");
            }
        }
        finally
        {
            if (received is null) monitor.Abandon(call);
        }
    }

    // Null while the frame is not complete.
    private TCase? Record<TCase>(in IoCall<TEvent> call, Type caseType, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        if (incoming.Length == 0) return null;
        var decoding = protocol.DecodeReceived(incoming.Sequence);
        if (decoding.Status == DecodingStatus.Incomplete && incoming.Length < protocol.LongestReceived) return null;
        if (decoding.Status != DecodingStatus.Message) throw monitor.Refuse(name, DropReason.Junk);
        if (decoding.Message.GetType() != caseType) throw new InvalidOperationException($"The codec decoded {EventText.Short(decoding.Message)} where a {caseType.Name} was received.");
        var received = Unsafe.As<TCase>(decoding.Message);
        if (Deliver(call, received, accept).Refusal() is { } reason) throw monitor.Refuse(name, reason);
        answered = checked((int)decoding.Length);
        recorded = incoming.Content[..answered];
        return received;
    }

    private InputOutcome Deliver<TCase>(in IoCall<TEvent> call, TCase received, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        try
        {
            return monitor.Deliver(call, received, accept);
        }
        catch (Exception failure)
        {
            // Whether the event was recorded is not known here: the frame may neither be delivered again nor be left out.
            reading.End(failure);
            throw;
        }
    }
}
