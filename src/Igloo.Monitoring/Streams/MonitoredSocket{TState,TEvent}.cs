using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Streams;

/// <summary>A connected stream socket for a program that deals in bytes, each frame under the component's permissions.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// What <see cref="MonitoredStream{TState,TEvent}"/> says of reads and writes holds here. What a socket has besides (SendTo, SendFile,
/// SendPacketsAsync, its handle) would go past the monitor and is not here. Disposing of it closes the socket.
/// </remarks>
public sealed class MonitoredSocket<TState, TEvent> : IDisposable
    where TState : class
    where TEvent : class
{
    private readonly Socket socket;
    private readonly MonitoredStream<TState, TEvent> stream;

    internal MonitoredSocket(PermissionMonitor<TState, TEvent> monitor, Socket socket, StreamProtocol<TEvent> protocol)
    {
        this.socket = socket;
        stream = monitor.Wrap(new NetworkStream(socket, ownsSocket: true), protocol, $"tcp to {socket.RemoteEndPoint}");
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor => stream.Monitor;

    /// <summary>The peer.</summary>
    public EndPoint? RemoteEndPoint => socket.RemoteEndPoint;

    /// <summary>Sends bytes: the frames that they complete, if their events are permitted.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The number of bytes taken over: all.</returns>
    /// <exception cref="PermissionViolationException">A frame is no event of the model, or not permitted. Nothing of it was sent.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellation = default)
    {
        await stream.WriteAsync(buffer, cancellation).ConfigureAwait(false);
        return buffer.Length;
    }

    /// <summary>Receives bytes of frames whose events have been recorded.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="cancellation">Ends the wait: no event.</param>
    /// <returns>How many, 0 at the end.</returns>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellation = default) => stream.ReadAsync(buffer, cancellation);

    /// <summary>Ends one or both directions.</summary>
    /// <param name="how">Which.</param>
    public void Shutdown(SocketShutdown how) => socket.Shutdown(how);

    /// <summary>Closes the socket.</summary>
    public void Dispose() => stream.Dispose();
}
