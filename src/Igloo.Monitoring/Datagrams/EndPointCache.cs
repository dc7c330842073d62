using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>
/// Both forms of the addresses of the peers, so that steady traffic makes no garbage. Bounded: when there are too many, all are forgotten,
/// and those that are still there are soon known again, also on a server whose peers come and go. The last peer of each direction is compared
/// by value before the rest is searched, since hashing an address costs far more than comparing it.
/// </summary>
internal sealed class EndPointCache(AddressFamily family)
{
    private const int MostPeers = 16_384;
    private readonly ConcurrentDictionary<IPEndPoint, Peer> destinations = new();
    private readonly ConcurrentDictionary<SocketAddress, Peer> sources = new();
    private Peer? lastDestination;
    private Peer? lastSource;

    public int Count => Math.Max(destinations.Count, sources.Count);

    public SocketAddress AddressOf(IPEndPoint endPoint)
    {
        if (Volatile.Read(ref lastDestination) is { } last && last.Is(endPoint)) return last.Address;
        if (!destinations.TryGetValue(endPoint, out var peer))
        {
            peer = Destination(endPoint);
            if (destinations.Count >= MostPeers) destinations.Clear();
            destinations.TryAdd(peer.EndPoint, peer);
        }

        Volatile.Write(ref lastDestination, peer);
        return peer.Address;
    }

    public IPEndPoint EndPointOf(SocketAddress address)
    {
        if (Volatile.Read(ref lastSource) is { } last && last.Is(address)) return last.EndPoint;
        if (!sources.TryGetValue(address, out var peer))
        {
            var endPoint = Source(address);
            if (sources.Count >= MostPeers) sources.Clear();
            // The buffer of a receive is used again.
            peer = new(endPoint, Copy(address));
            sources.TryAdd(peer.Address, peer);
        }

        Volatile.Write(ref lastSource, peer);
        return peer.EndPoint;
    }

    // An end point can be changed by its owner, so the key is one of our own.
    private Peer Destination(IPEndPoint endPoint)
    {
        var own = new IPEndPoint(endPoint.Address, endPoint.Port);
        var mapped = family == AddressFamily.InterNetworkV6 && own.AddressFamily == AddressFamily.InterNetwork
            ? new IPEndPoint(own.Address.MapToIPv6(), own.Port)
            : own;
        return new(own, mapped.Serialize());
    }

    private IPEndPoint Source(SocketAddress address)
    {
        var any = new IPEndPoint(family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        var endPoint = (IPEndPoint)any.Create(address);
        return endPoint.Address.IsIPv4MappedToIPv6 ? new(endPoint.Address.MapToIPv4(), endPoint.Port) : endPoint;
    }

    private static SocketAddress Copy(SocketAddress address)
    {
        var copy = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(copy.Buffer.Span);
        return copy;
    }

    private sealed class Peer(IPEndPoint endPoint, SocketAddress address)
    {
        private readonly byte[] bytes = address.Buffer[..address.Size].ToArray();

        public IPEndPoint EndPoint { get; } = endPoint;

        public SocketAddress Address { get; } = address;

        public bool Is(IPEndPoint other) =>
            EndPoint.Port == other.Port && (ReferenceEquals(EndPoint.Address, other.Address) || EndPoint.Address.Equals(other.Address));

        public bool Is(SocketAddress other) => other.Buffer.Span[..other.Size].SequenceEqual(bytes);
    }
}
