using Igloo.Monitoring.Streams;
using Microsoft.AspNetCore.Connections;

namespace Igloo.Monitoring.AspNetCore;

/// <summary>Connection middleware that puts each connection of a server under a monitor.</summary>
public static class ConnectionMonitoring
{
    /// <summary>Every connection of an endpoint gets a monitor of its own, which ends with it.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <typeparam name="TBuilder">The endpoint: <c>ListenOptions</c> of Kestrel, or another.</typeparam>
    /// <param name="builder">The endpoint. Call this after <c>UseHttps</c>: frames are the clear text.</param>
    /// <param name="start">Starts the monitor of a new connection.</param>
    /// <param name="protocol">Which bytes are which events of the server's side.</param>
    /// <returns>The endpoint.</returns>
    /// <remarks>A refused write aborts the connection: servers wait for the next request otherwise, and the client for ever.</remarks>
    public static TBuilder UseIgloo<TState, TEvent, TBuilder>(
        this TBuilder builder, Func<ConnectionContext, PermissionMonitor<TState, TEvent>> start, StreamProtocol<TEvent> protocol)
        where TBuilder : IConnectionBuilder
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(protocol);
        builder.Use(next => connection => Monitored(connection, next, start, protocol));
        return builder;
    }

    private static async Task Monitored<TState, TEvent>(
        ConnectionContext connection, ConnectionDelegate next, Func<ConnectionContext, PermissionMonitor<TState, TEvent>> start, StreamProtocol<TEvent> protocol)
        where TState : class
        where TEvent : class
    {
        using var monitor = start(connection);
        var transport = connection.Transport;
        await using var monitored = monitor.Wrap(
            transport, protocol, NameOf(connection), failure => connection.Abort(new("A monitor ended the connection.", failure)));
        connection.Transport = monitored;
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            connection.Transport = transport;
        }
    }

    private static string NameOf(ConnectionContext connection) =>
        connection.RemoteEndPoint is { } peer ? $"connection {connection.ConnectionId} from {peer}" : $"connection {connection.ConnectionId}";
}
