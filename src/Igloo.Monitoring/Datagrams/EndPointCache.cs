using System.Buffers.Binary;
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

    // Made for the second peer: a socket that talks to one costs little, however many such sockets there are.
    private ConcurrentDictionary<IPEndPoint, Peer>? destinations;
    private ConcurrentDictionary<SocketAddress, Peer>? sources;
    private Peer? lastDestination;
    private Peer? lastSource;

    /// <summary>How many peers are kept beside the last ones.</summary>
    public int Count => Math.Max(destinations?.Count ?? 0, sources?.Count ?? 0);

    public SocketAddress AddressOf(IPEndPoint endPoint)
    {
        var last = Volatile.Read(ref lastDestination);
        if (last is not null && last.Is(endPoint)) return last.Address;
        if (destinations is null || !destinations.TryGetValue(endPoint, out var peer))
        {
            peer = Destination(endPoint);
            if (last is not null) Keep(ref destinations, p => p.EndPoint, last, peer);
        }

        Volatile.Write(ref lastDestination, peer);
        return peer.Address;
    }

    public IPEndPoint EndPointOf(SocketAddress address)
    {
        var last = Volatile.Read(ref lastSource);
        if (last is not null && last.Is(address)) return last.EndPoint;
        if (sources is null || !sources.TryGetValue(address, out var peer))
        {
            // The buffer of a receive is used again.
            peer = new(Source(address), Copy(address));
            if (last is not null) Keep(ref sources, p => p.Address, last, peer);
        }

        Volatile.Write(ref lastSource, peer);
        return peer.EndPoint;
    }

    private static void Keep<TKey>(ref ConcurrentDictionary<TKey, Peer>? peers, Func<Peer, TKey> key, Peer first, Peer peer)
        where TKey : notnull
    {
        var all = peers ?? Interlocked.CompareExchange(ref peers, new([new(key(first), first)]), null) ?? peers;
        if (all.Count >= MostPeers) all.Clear();
        all.TryAdd(key(peer), peer);
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

    // What is compared lies in the object itself: on a socket that was idle, each step to another object waits for the memory.
    private sealed class Peer(IPEndPoint endPoint, SocketAddress address)
    {
        private const int Head = 16;
        private readonly IPAddress ip = endPoint.Address;
        private readonly int port = endPoint.Port;
        private readonly UInt128 head = HeadOf(address.Buffer.Span[..address.Size]);
        private readonly byte[] rest = [.. address.Buffer.Span[..address.Size].Slice(Math.Min(Head, address.Size))];

        public IPEndPoint EndPoint { get; } = endPoint;

        public SocketAddress Address { get; } = address;

        public bool Is(IPEndPoint other) => port == other.Port && (ReferenceEquals(ip, other.Address) || ip.Equals(other.Address));

        public bool Is(SocketAddress other)
        {
            var bytes = other.Buffer.Span[..other.Size];
            return bytes.Length >= Head && HeadOf(bytes) == head && (bytes.Length == Head ? rest.Length == 0 : bytes[Head..].SequenceEqual(rest));
        }

        // The whole address, for IPv4. No socket of the internet has a shorter one.
        private static UInt128 HeadOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
