using System.IO.Pipelines;

namespace Igloo.Monitoring.Streams;

/// <summary>A pair of pipes for a program that deals in bytes, each frame under the component's permissions.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// What <see cref="MonitoredStream{TState,TEvent}"/> says of reads and writes holds for pipes: bytes are checked when they are flushed. Reads give the
/// memory of the pipe itself, a frame more for each read that follows one whose bytes were all examined. Completing an end completes that of the pipe.
/// </remarks>
public sealed class MonitoredPipe<TState, TEvent> : IDuplexPipe, IAsyncDisposable
    where TState : class
    where TEvent : class
{
    internal MonitoredPipe(PermissionMonitor<TState, TEvent> monitor, IDuplexPipe pipe, StreamProtocol<TEvent> protocol, string name, Action<Exception>? ended)
    {
        Monitor = monitor;
        Input = new MonitoredPipeReader<TState, TEvent>(monitor, pipe.Input, protocol, name);
        Output = new MonitoredPipeWriter<TState, TEvent>(monitor, pipe.Output, protocol, name, ended);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <inheritdoc/>
    public PipeReader Input { get; }

    /// <inheritdoc/>
    public PipeWriter Output { get; }

    /// <summary>Completes both pipes. What was written and not flushed is sent if it is permitted, unless an earlier flush was refused or failed.</summary>
    /// <exception cref="Reports.PermissionViolationException">It is not permitted. Both pipes are completed all the same.</exception>
    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync().ConfigureAwait(false);
        await Output.CompleteAsync().ConfigureAwait(false);
    }
}
