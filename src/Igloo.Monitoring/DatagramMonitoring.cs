using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;

namespace Igloo.Monitoring;

/// <summary>Puts monitors over UDP sockets.</summary>
public static class DatagramMonitoring
{
    /// <summary>The component over a UDP socket, in terms of events.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor.</param>
    /// <param name="client">The socket, bound.</param>
    /// <param name="codec">Between events and datagrams.</param>
    public static MonitoredUdp<TState, TEvent> Over<TState, TEvent>(this PermissionMonitor<TState, TEvent> monitor, UdpClient client, IDatagramCodec<TEvent> codec)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(codec);
        return new(monitor, client, codec);
    }

    /// <summary>The component over a UDP socket, for a program that deals in bytes.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor.</param>
    /// <param name="client">The socket, bound.</param>
    /// <param name="observer">Reads events off datagrams.</param>
    /// <exception cref="ArgumentException">The component has not exactly one event case that only receives.</exception>
    public static MonitoredUdpClient<TState, TEvent> Wrap<TState, TEvent>(this PermissionMonitor<TState, TEvent> monitor, UdpClient client, IDatagramObserver<TEvent> observer)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(observer);
        return new(monitor, client, observer);
    }
}
