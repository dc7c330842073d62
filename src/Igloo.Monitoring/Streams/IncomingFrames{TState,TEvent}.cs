using System.Runtime.CompilerServices;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Streams;

/// <summary>Finds frames in the bytes of a stream and records their events, each before the program gets it: as an event, or as bytes in pieces of any size.</summary>
/// <remarks>Bytes are decoded where they were read and copied once: into the program's memory, after their event.</remarks>
internal sealed class IncomingFrames<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, Stream stream, StreamProtocol<TEvent> protocol, string name)
    where TState : class
    where TEvent : class
{
    private const int LeastRoom = 1_024;
    private readonly FrameInputs<TState, TEvent> inputs = new(monitor, protocol, name);
    private readonly FrameBuffer incoming = new();

    // A frame stays in the buffer until the program has all of it; a refused one is part of the rest.
    private int answered;

    // What the program still has to get.
    private ReadOnlyMemory<byte> recorded;

    /// <summary>Bytes of frames whose events have been recorded.</summary>
    /// <param name="buffer">Where to. If it is empty, this waits until there are bytes and takes none: that needs no permission.</param>
    /// <param name="isBlocking">Whether to wait on this thread: then it is over when it returns.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, bool isBlocking, CancellationToken cancellation)
    {
        if (isBlocking) inputs.Turns.Enter();
        else if (!inputs.Turns.TryEnter()) await inputs.Turns.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (recorded.IsEmpty && !inputs.IsUnframed)
            {
                if (buffer.IsEmpty) return incoming.Length > answered ? 0 : isBlocking ? stream.Read(buffer.Span) : await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
                try
                {
                    Ask(protocol.ReceivedCase, isTakenInside: false);
                    while (Record<TEvent>(protocol.ReceivedCase, accept: null) is null)
                    {
                        var room = incoming.Room(LeastRoom);
                        if (!Extend(isBlocking ? stream.Read(room.Span) : await stream.ReadAsync(room, cancellation).ConfigureAwait(false))) return 0;
                    }
                }
                catch (Exception failure) when (inputs.IsLetThrough(failure))
                {
                    Unframe();
                }
            }

            if (!inputs.IsUnframed || !recorded.IsEmpty) return Give(buffer.Span);
            inputs.RequireLetThrough();
            return isBlocking ? stream.Read(buffer.Span) : await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (RefusedInputException failure)
        {
            inputs.Turns.End(failure);
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
        if (!inputs.Turns.TryEnter()) await inputs.Turns.EnterAsync(cancellation).ConfigureAwait(false);
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
            inputs.Turns.End(failure);
            throw;
        }
        finally
        {
            Leave();
        }
    }

    public void End() => inputs.Turns.End(null);

    private void Ask(Type caseType, bool isTakenInside)
    {
        inputs.Ask(caseType, isTakenInside);
        Forget();
    }

    // The frame whose event was the last.
    private void Forget()
    {
        incoming.Take(answered);
        answered = 0;
        incoming.Release();
    }

    private void Leave()
    {
        // A read that was given up may still write into the memory.
        if (inputs.Abandon()) incoming.Drop();
        inputs.Turns.Exit();
    }

    // False at the end of the stream.
    private bool Extend(int count)
    {
        incoming.Advance(count);
        // A transport that is disposed of under a read may end it like a peer.
        if (count == 0) inputs.Turns.RequireOpen();
        return count > 0 || incoming.Length == 0 ? count > 0 : throw inputs.Cut(incoming.Length);
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, recorded.Length);
        recorded.Span[..count].CopyTo(buffer);
        recorded = recorded[count..];
        if (recorded.IsEmpty) Forget();
        return count;
    }

    private void Unframe()
    {
        inputs.Unframe();
        answered = incoming.Length;
        recorded = incoming.Content;
    }

    // Null while the frame is not complete.
    private TCase? Record<TCase>(Type caseType, Action<TCase>? accept)
        where TCase : class, TEvent
    {
        if (incoming.Length == 0 || inputs.Record(incoming.Sequence, caseType, accept, out var length) is not { } received) return null;
        answered = length;
        recorded = incoming.Content[..answered];
        return received;
    }
}
