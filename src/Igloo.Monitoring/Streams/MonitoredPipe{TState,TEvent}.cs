using System.IO.Pipelines;

namespace Igloo.Monitoring.Streams;

/// <summary>A pair of pipes for a program that deals in bytes, each frame under the component's permissions.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>What <see cref="MonitoredStream{TState,TEvent}"/> says of reads and writes holds for pipes: bytes are checked when they are flushed.</remarks>
public sealed class MonitoredPipe<TState, TEvent> : IDuplexPipe, IAsyncDisposable
    where TState : class
    where TEvent : class
{
    private readonly MonitoredStream<TState, TEvent> stream;

    internal MonitoredPipe(MonitoredStream<TState, TEvent> stream)
    {
        this.stream = stream;
        Input = PipeReader.Create(stream, new(leaveOpen: true));
        Output = PipeWriter.Create(stream, new(leaveOpen: true));
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor => stream.Monitor;

    /// <inheritdoc/>
    public PipeReader Input { get; }

    /// <inheritdoc/>
    public PipeWriter Output { get; }

    /// <summary>Completes both pipes.</summary>
    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync().ConfigureAwait(false);
        await Output.CompleteAsync().ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);
    }
}
