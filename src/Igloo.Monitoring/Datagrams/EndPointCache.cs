using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Both forms of the addresses of the peers, so that steady traffic makes no garbage. Bounded: strangers are not kept.</summary>
internal sealed class EndPointCache(AddressFamily family)
{
    private const int MostPeers = 1_024;
    private readonly ConcurrentDictionary<IPEndPoint, SocketAddress> addresses = new();
    private readonly ConcurrentDictionary<SocketAddress, IPEndPoint> endPoints = new();

    public SocketAddress AddressOf(IPEndPoint endPoint)
    {
        if (addresses.TryGetValue(endPoint, out var known)) return known;
        var mapped = family == AddressFamily.InterNetworkV6 && endPoint.AddressFamily == AddressFamily.InterNetwork
            ? new IPEndPoint(endPoint.Address.MapToIPv6(), endPoint.Port)
            : endPoint;
        var address = mapped.Serialize();
        if (addresses.Count < MostPeers) addresses.TryAdd(endPoint, address);
        return address;
    }

    public IPEndPoint EndPointOf(SocketAddress address)
    {
        if (endPoints.TryGetValue(address, out var known)) return known;
        var any = new IPEndPoint(family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        var endPoint = (IPEndPoint)any.Create(address);
        if (endPoint.Address.IsIPv4MappedToIPv6) endPoint = new(endPoint.Address.MapToIPv4(), endPoint.Port);
        if (endPoints.Count < MostPeers) endPoints.TryAdd(Copy(address), endPoint);
        return endPoint;
    }

    // The buffer of a receive is used again.
    private static SocketAddress Copy(SocketAddress address)
    {
        var copy = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(copy.Buffer.Span);
        return copy;
    }
}
