using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Identifiers as four bytes to one peer.</summary>
internal sealed class NodeCodec(IPEndPoint peer) : IDatagramCodec<RingNode.Event>
{
    private static readonly RingNode.Event.Receive[] Known = [.. Enumerable.Range(0, 16).Select(i => new RingNode.Event.Receive(new Node(i)))];

    public int MaximumLength => 4;

    public EncodedDatagram Encode(RingNode.Event sent, Span<byte> datagram)
    {
        BinaryPrimitives.WriteInt32BigEndian(datagram, ((RingNode.Event.Send)sent).Id.Index);
        return new(4, peer);
    }

    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out RingNode.Event? received)
    {
        received = BinaryPrimitives.TryReadInt32BigEndian(datagram, out var index) && index is >= 0 and < 16 ? Known[index] : null;
        return received is not null;
    }
}
