using System.IO.Pipelines;
using System.Net.Sockets;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring.Streams;

/// <summary>Puts components over streams, stream sockets and pipes.</summary>
public static class StreamMonitoring
{
    /// <summary>The component over a stream, in terms of events.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor; one monitor may have several streams.</param>
    /// <param name="stream">The stream, both ways: a <see cref="NetworkStream"/>, a <see cref="System.Net.Security.SslStream"/>, any other.</param>
    /// <param name="protocol">Which bytes are which events.</param>
    /// <param name="name">For reports; by default where the stream goes.</param>
    /// <exception cref="ArgumentException">The case of sending has an input.</exception>
    public static MonitoredConnection<TState, TEvent> Over<TState, TEvent>(
        this PermissionMonitor<TState, TEvent> monitor, Stream stream, StreamProtocol<TEvent> protocol, string? name = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(stream);
        Require(monitor, protocol);
        return new(monitor, stream, protocol, name ?? NameOf(stream));
    }

    /// <summary>A stream for a program that deals in bytes: it is used instead of the one that it wraps.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor; one monitor may have several streams.</param>
    /// <param name="stream">The stream, both ways. Wrap an <see cref="System.Net.Security.SslStream"/>, not what is below it: the frames are the clear text.</param>
    /// <param name="protocol">Which bytes are which events.</param>
    /// <param name="name">For reports; by default where the stream goes.</param>
    /// <exception cref="ArgumentException">The case of sending has an input.</exception>
    public static MonitoredStream<TState, TEvent> Wrap<TState, TEvent>(
        this PermissionMonitor<TState, TEvent> monitor, Stream stream, StreamProtocol<TEvent> protocol, string? name = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(stream);
        Require(monitor, protocol);
        return new(monitor, stream, protocol, name ?? NameOf(stream));
    }

    /// <summary>A connected stream socket for a program that deals in bytes.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor.</param>
    /// <param name="socket">The socket, connected.</param>
    /// <param name="protocol">Which bytes are which events.</param>
    /// <exception cref="ArgumentException">The case of sending has an input.</exception>
    public static MonitoredSocket<TState, TEvent> Wrap<TState, TEvent>(
        this PermissionMonitor<TState, TEvent> monitor, Socket socket, StreamProtocol<TEvent> protocol)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(socket);
        Require(monitor, protocol);
        return new(monitor, socket, protocol);
    }

    /// <summary>A pair of pipes for a program that deals in bytes.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor.</param>
    /// <param name="pipe">The pipes.</param>
    /// <param name="protocol">Which bytes are which events.</param>
    /// <param name="name">For reports.</param>
    /// <param name="ended">Told when writes have ended because one was refused or failed: mostly the connection is to be closed then.</param>
    /// <exception cref="ArgumentException">The case of sending has an input.</exception>
    public static MonitoredPipe<TState, TEvent> Wrap<TState, TEvent>(
        this PermissionMonitor<TState, TEvent> monitor, IDuplexPipe pipe, StreamProtocol<TEvent> protocol, string name = "pipe", Action<Exception>? ended = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(pipe);
        Require(monitor, protocol);
        return new(monitor, pipe, protocol, name, ended);
    }

    // A send is over when its bytes have left; an input of the same event would never come, and its permission stay reserved.
    private static void Require<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, StreamProtocol<TEvent> protocol)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(protocol);
        EventPlan<TEvent>? found = null;
        if (monitor.FindPlan(protocol.SentCase, ref found) is not { HasInputs: true }) return;
        throw new ArgumentException($"{protocol.SentCase.Name} has an input; it cannot be what a stream sends.", nameof(protocol));
    }

    private static string NameOf(Stream stream) =>
        stream is NetworkStream { Socket: { Connected: true, RemoteEndPoint: { } peer } } ? $"tcp to {peer}" : stream.GetType().Name;
}
