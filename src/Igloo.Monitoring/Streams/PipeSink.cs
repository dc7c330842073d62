using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Streams;

/// <summary>Frames leave by a pipe: written once, into its memory.</summary>
internal sealed class PipeSink(PipeWriter writer) : FrameSink
{
    /// <summary>What the pipe said last; null if nothing since it was forgotten.</summary>
    public FlushResult? Last { get; private set; }

    /// <summary>Forgets what the pipe said.</summary>
    public void Forget() => Last = null;

    /// <exception cref="OperationCanceledException">It was cancelled, and may have left in part.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> frames, bool isBlocking, CancellationToken cancellation) =>
        Take(isBlocking ? Blocking(writer.WriteAsync(frames, cancellation)) : await writer.WriteAsync(frames, cancellation).ConfigureAwait(false), cancellation);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask FlushAsync(bool isBlocking, CancellationToken cancellation) =>
        Take(isBlocking ? Blocking(writer.FlushAsync(cancellation)) : await writer.FlushAsync(cancellation).ConfigureAwait(false), cancellation);

    private void Take(FlushResult result, CancellationToken cancellation)
    {
        Last = result;
        if (result.IsCanceled) throw new OperationCanceledException("The flush was cancelled.", cancellation);
    }

    // A pipe has no flush that blocks. It waits only while its reader holds the writer up.
    private static FlushResult Blocking(ValueTask<FlushResult> flush) => flush.IsCompleted ? flush.Result : flush.AsTask().GetAwaiter().GetResult();
}
