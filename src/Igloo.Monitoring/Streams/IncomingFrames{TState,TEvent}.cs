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

    // A frame stays in the buffer until the program has all of it; a refused one is part of the rest.
    private int answered;

    // What the program still has to get.
    private ReadOnlyMemory<byte> recorded;

    // The permission to receive, while there is no event.
    private IoCall<TEvent> asked;
    private bool isAsking;

    // Only where violations are merely observed: after a refused input there are no frames any more.
    private bool isUnframed;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (!reading.TryEnter()) await reading.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (recorded.IsEmpty && !isUnframed)
            {
                try
                {
                    Ask(protocol.ReceivedCase, isTakenInside: false);
                    while (Record<TEvent>(protocol.ReceivedCase, accept: null) is null)
                    {
                        if (!Extend(await stream.ReadAsync(incoming.Room(LeastRoom), cancellation).ConfigureAwait(false))) return 0;
                    }
                }
                catch (Exception failure) when (IsLetThrough(failure))
                {
                    Unframe();
                }
            }

            return isUnframed && recorded.IsEmpty ? await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) : Give(buffer.Span);
        }
        catch (RefusedInputException failure)
        {
            reading.End(failure);
            throw;
        }
        finally
        {
            Leave();
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
            Ask(typeof(TCase), accept is not null);
            TCase? received;
            while ((received = Record(typeof(TCase), accept)) is null)
            {
                if (!Extend(await stream.ReadAsync(incoming.Room(LeastRoom), cancellation).ConfigureAwait(false))) return null;
            }

            Forget();
            return received;
        }
        catch (RefusedInputException failure)
        {
            reading.End(failure);
            throw;
        }
        finally
        {
            Leave();
        }
    }

    public void End() => reading.End(null);

    // Permission comes before the stream is read.
    private void Ask(Type caseType, bool isTakenInside)
    {
        if (monitor.FindPlan(caseType, ref lastReceived) is not { Sample: { } sample } plan) throw new ArgumentException($"{caseType.Name} is no case with inputs.");
        monitor.RequireAcceptance(isTakenInside);
        asked = monitor.Begin(plan, sample, name);
        isAsking = true;
        Forget();
    }

    // The frame whose event was the last.
    private void Forget()
    {
        incoming.Take(answered);
        answered = 0;
        incoming.Release();
    }

    private void Abandon()
    {
        if (!isAsking) return;
        isAsking = false;
        incoming.Drop();
        monitor.Abandon(asked);
    }

    private void Leave()
    {
        Abandon();
        reading.Exit();
    }

    // False at the end of the stream.
    private bool Extend(int count)
    {
        incoming.Advance(count);
        // A transport that is disposed of under a read may end it like a peer.
        if (count == 0) reading.RequireOpen();
        if (count > 0 || incoming.Length == 0) return count > 0;
        throw new EndOfStreamException($"{name} ended inside a frame, after {incoming.Length} bytes of it.");
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, recorded.Length);
        recorded.Span[..count].CopyTo(buffer);
        recorded = recorded[count..];
        if (recorded.IsEmpty) Forget();
        return count;
    }

    private bool IsLetThrough(Exception failure) => failure is RefusedInputException or EndOfStreamException && monitor.LetsThrough(protocol.ReceivedCase);

    private void Unframe()
    {
        Abandon();
        isUnframed = true;
        answered = incoming.Length;
        recorded = incoming.Content;
    }

    // Null while the frame is not complete.
    private TCase? Record<TCase>(Type caseType, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        if (incoming.Length == 0) return null;
        var decoding = protocol.DecodeReceived(incoming.Sequence);
        if (decoding.Status == DecodingStatus.Incomplete && incoming.Length < protocol.LongestReceived) return null;
        if (decoding.Status != DecodingStatus.Message) throw monitor.Refuse(name, DropReason.Junk);
        if (decoding.Message.GetType() != caseType) throw new InvalidOperationException($"The codec decoded {EventText.Short(decoding.Message)} where a {caseType.Name} was received.");
        var received = Unsafe.As<TCase>(decoding.Message);
        if (Deliver(received, accept).Refusal() is { } reason) throw monitor.Refuse(name, reason);
        isAsking = false;
        answered = checked((int)decoding.Length);
        recorded = incoming.Content[..answered];
        return received;
    }

    private InputOutcome Deliver<TCase>(TCase received, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        var isRecorded = false;
        try
        {
            return monitor.Deliver(asked, received, accept, ref isRecorded);
        }
        catch (Exception failure) when (isRecorded)
        {
            // The program did not take it over: the frame may neither be delivered again nor be left out. One that was not recorded is read again.
            reading.End(failure);
            throw;
        }
    }
}
