using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Streams;

/// <summary>The reading end of a monitored pipe: gives the pipe's own memory, as far as the events of its frames have been recorded.</summary>
internal sealed class MonitoredPipeReader<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, PipeReader reader, StreamProtocol<TEvent> protocol, string name) : PipeReader
    where TState : class
    where TEvent : class
{
    private readonly FrameInputs<TState, TEvent> inputs = new(monitor, protocol, name);

    // What the last read gave: the recorded bytes that the program has not consumed.
    private ReadOnlySequence<byte> given;
    private long recorded;

    // Whether the program has seen all of them and asks for more.
    private bool isExamined = true;
    private bool hasEnded;
    private bool isCompleted;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!inputs.Turns.TryEnter()) await inputs.Turns.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Ask();
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (TryGive(result, out var found)) return found;
            }
        }
        finally
        {
            inputs.Abandon();
            inputs.Turns.Exit();
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        if (!inputs.Turns.TryEnter()) throw new InvalidOperationException("Another read of the pipe has not ended.");
        try
        {
            Ask();
            while (reader.TryRead(out var received))
            {
                if (TryGive(received, out result)) return true;
            }

            result = default;
            return false;
        }
        finally
        {
            inputs.Abandon();
            inputs.Turns.Exit();
        }
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var rest = given.Slice(consumed).Length;
        var isAll = given.Slice(examined).IsEmpty;
        reader.AdvanceTo(consumed, examined);
        (recorded, isExamined, given) = (rest, isAll, default);
    }

    public override void CancelPendingRead() => reader.CancelPendingRead();

    public override void Complete(Exception? exception = null)
    {
        if (TryComplete()) reader.Complete(exception);
    }

    public override ValueTask CompleteAsync(Exception? exception = null) => TryComplete() ? reader.CompleteAsync(exception) : default;

    // A read that waits ends: pipes leave it waiting otherwise.
    private bool TryComplete()
    {
        if (isCompleted) return false;
        isCompleted = true;
        inputs.Turns.End(null);
        reader.CancelPendingRead();
        return true;
    }

    private void Ask()
    {
        if (isExamined && !inputs.IsUnframed) inputs.Ask(protocol.ReceivedCase, isTakenInside: false);
    }

    // False if the pipe has to be read again.
    private bool TryGive(in ReadResult result, out ReadResult found)
    {
        inputs.Turns.RequireOpen();
        found = default;
        try
        {
            if (inputs.IsUnframed) inputs.RequireLetThrough();
            if (isExamined && !result.IsCanceled && !inputs.IsUnframed && !HasMore(result))
            {
                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                return false;
            }
        }
        catch (Exception failure) when (inputs.IsLetThrough(failure))
        {
            inputs.Unframe();
        }
        catch (Exception failure)
        {
            if (failure is RefusedInputException) inputs.Turns.End(failure);
            // What is not recorded is read again.
            reader.AdvanceTo(result.Buffer.Start);
            throw;
        }

        found = Give(result);
        return true;
    }

    // Whether there is another frame, or the end.
    private bool HasMore(in ReadResult result)
    {
        var rest = result.Buffer.Slice(recorded);
        if (inputs.Record<TEvent>(rest, protocol.ReceivedCase, accept: null, out var length) is not null)
        {
            recorded += length;
            return true;
        }

        if (!result.IsCompleted) return false;
        if (!rest.IsEmpty) throw inputs.Cut(rest.Length);
        hasEnded = true;
        return true;
    }

    private ReadResult Give(in ReadResult result)
    {
        if (inputs.IsUnframed) (recorded, hasEnded) = (result.Buffer.Length, result.IsCompleted);
        given = result.Buffer.Slice(0, recorded);
        return new(given, result.IsCanceled, hasEnded);
    }
}
