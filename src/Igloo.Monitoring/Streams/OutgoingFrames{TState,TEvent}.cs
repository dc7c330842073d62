using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Streams;

/// <summary>
/// Cuts what a program writes into frames, however it splits the bytes, and lets each whole frame go if its event is permitted. After a refusal or a
/// failure nothing more goes: what follows can't be told from the rest of the frame.
/// </summary>
/// <remarks>
/// The frames of one write are asked for in their order and leave in one write of the sink, as far as each is permitted whatever becomes of those
/// before it. Where that depends on an outcome, the outcome is waited for.
/// </remarks>
internal sealed class OutgoingFrames<TState, TEvent>(
    PermissionMonitor<TState, TEvent> monitor, FrameSink sink, StreamProtocol<TEvent> protocol, string name, Action<Exception>? ended)
    where TState : class
    where TEvent : class
{
    // Bounds what is kept of the operations in flight.
    private const int MostTogether = 1_024;
    private readonly Turns writing = new(name);
    private readonly FrameBuffer waiting = new();
    private readonly List<IoCall<TEvent>> leaving = [];

    // Of the frame after those that leave.
    private ExceptionDispatchInfo? refusal;

    // Only where violations are not enforced: after junk there are no frames any more, and what follows leaves as it is or not at all.
    private bool isUnframed;
    private bool isDropping;

    /// <summary>Free space for bytes that the program writes before it hands them over by <see cref="WriteAsync"/>.</summary>
    /// <param name="least">How much at least.</param>
    public Memory<byte> Room(int least) => waiting.Room(Math.Max(least, 1));

    /// <summary>Bytes have been put into the room.</summary>
    public void Advance(int count) => waiting.Advance(count);

    /// <summary>Takes bytes over, after those that were put into the room.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isBlocking">Whether to wait on this thread: then it is over when it returns.</param>
    /// <param name="cancellation">Gives up.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, bool isBlocking, CancellationToken cancellation)
    {
        if (isBlocking) writing.Enter();
        else if (!writing.TryEnter()) await writing.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();

            // Frames that the program writes whole are not copied.
            var isDirect = waiting.Length == 0;
            if (!isDirect) waiting.Append(bytes.Span);
            if (isUnframed)
            {
                try
                {
                    RequireLetThrough(isDirect ? bytes : waiting.Content);
                    if (!isDropping) await sink.WriteAsync(isDirect ? bytes : waiting.Content, isBlocking, cancellation).ConfigureAwait(false);
                }
                finally
                {
                    waiting.Clear();
                }

                return;
            }

            var rest = isDirect ? bytes : waiting.Content;
            try
            {
                while (!rest.IsEmpty)
                {
                    var permitted = Permit(rest, out var taken);
                    if (permitted > 0) await sink.WriteAsync(rest[..permitted], isBlocking, cancellation).ConfigureAwait(false);
                    Succeed();
                    if (taken == 0) break;
                    rest = rest[taken..];
                    if (!isDirect) waiting.Take(taken);
                    if (!rest.IsEmpty) cancellation.ThrowIfCancellationRequested();
                }
            }
            catch (Exception failure)
            {
                waiting.Clear();
                Fail(failure);
                throw;
            }

            if (isDirect && !rest.IsEmpty) waiting.Append(rest.Span);
            waiting.Release();
        }
        finally
        {
            writing.Exit();
        }
    }

    /// <summary>Sends the frame of an event, whole, and flushes it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendAsync(TEvent e, CancellationToken cancellation)
    {
        var plan = monitor.PlanOf(e);
        var frame = FrameWriter.Take();
        try
        {
            protocol.Encode(e, frame);
            if (frame.Length > protocol.LongestSent) throw new InvalidOperationException($"The codec made {frame.Length} bytes, more than its longest frame.");
            plan.RequireOrdered(name);
            if (!writing.TryEnter()) await writing.EnterAsync(cancellation).ConfigureAwait(false);
            try
            {
                cancellation.ThrowIfCancellationRequested();
                var call = monitor.Begin(plan, e, name, frame.Length);
                if (call.IsDropped) return;
                leaving.Add(call);
                await sink.WriteAsync(frame.Written, isBlocking: false, cancellation).ConfigureAwait(false);
                await sink.FlushAsync(isBlocking: false, cancellation).ConfigureAwait(false);
                Succeed();
            }
            catch (Exception failure) when (leaving.Count > 0)
            {
                Fail(failure);
                throw;
            }
            finally
            {
                writing.Exit();
            }
        }
        finally
        {
            frame.PutBack();
        }
    }

    public async ValueTask FlushAsync(bool isBlocking, CancellationToken cancellation)
    {
        if (isBlocking) writing.Enter();
        else if (!writing.TryEnter()) await writing.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            await sink.FlushAsync(isBlocking, cancellation).ConfigureAwait(false);
        }
        finally
        {
            writing.Exit();
        }
    }

    public void End() => writing.End(null);

    /// <summary>Asks for the frames at the beginning of some bytes, as many as may leave together.</summary>
    /// <param name="bytes">The bytes, at least one.</param>
    /// <param name="taken">The length of what is done with after they have left: at least as much. 0 if there is no whole frame.</param>
    /// <returns>The length of what may leave.</returns>
    private int Permit(ReadOnlyMemory<byte> bytes, out int taken)
    {
        taken = 0;
        try
        {
            while (taken < bytes.Length && leaving.Count < MostTogether)
            {
                var rest = bytes[taken..];
                var decoding = protocol.DecodeSent(new(rest));
                if (decoding.Status != DecodingStatus.Message)
                {
                    if (taken > 0 || (decoding.Status == DecodingStatus.Incomplete && rest.Length < protocol.LongestSent)) return taken;
                    return LetJunkThrough(rest, out taken);
                }

                var length = checked((int)decoding.Length);
                var plan = monitor.PlanOf(decoding.Message);
                plan.RequireOrdered(name);
                var call = monitor.Begin(plan, decoding.Message, name, length);
                taken += length;
                if (call.IsDropped) return taken - length;
                leaving.Add(call);
                if (call.IsOpen) break;
            }
        }
        catch (Exception failure) when (taken > 0)
        {
            // Those before it have permission, and they leave.
            refusal = ExceptionDispatchInfo.Capture(failure);
        }

        return taken;
    }

    private int LetJunkThrough(ReadOnlyMemory<byte> bytes, out int taken)
    {
        isDropping = !Refuse(bytes);
        isUnframed = true;
        taken = bytes.Length;
        return isDropping ? 0 : taken;
    }

    // A policy that was switched since the frames were lost holds for what follows them too.
    private void RequireLetThrough(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || !monitor.EnforcesBytes(protocol.SentCase)) return;
        try
        {
            Refuse(bytes);
        }
        catch (PermissionViolationException failure)
        {
            Fail(failure);
            throw;
        }
    }

    // Whether they leave all the same.
    private bool Refuse(ReadOnlyMemory<byte> bytes) =>
        monitor.RefuseBytes($"{bytes.Length} bytes {Convert.ToHexString(bytes.Span[..Math.Min(bytes.Length, 16)])}", name, bytes.Length, protocol.SentCase);

    // What has left has left, also where something after it is refused.
    private void Succeed()
    {
        foreach (ref readonly var call in CollectionsMarshal.AsSpan(leaving)) monitor.Succeed(call);
        leaving.Clear();
        refusal?.Throw();
    }

    private void Fail(Exception failure)
    {
        foreach (ref readonly var call in CollectionsMarshal.AsSpan(leaving)) monitor.Fail(call);
        leaving.Clear();
        writing.End(failure);
        ended?.Invoke(failure);
    }
}
