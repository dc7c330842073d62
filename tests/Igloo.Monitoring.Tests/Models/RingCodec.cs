using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Identifiers below 1,000 as four bytes.</summary>
public sealed class RingCodec : IDatagramCodec<RingNode.Event>, IDatagramObserver<RingNode.Event>
{
    public int MaximumLength => 4;

    public EncodedDatagram Encode(RingNode.Event sent, Span<byte> datagram)
    {
        var (to, id) = (RingNode.Event.Send)sent;
        if (id.Index is < 0 or >= 1_000) throw new PreconditionViolationException($"An id is between 0 and 999, not {id}.");
        BinaryPrimitives.WriteInt32BigEndian(datagram, id.Index);
        return new(4, to.ToEndPoint());
    }

    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out RingNode.Event? received)
    {
        received = TryReadId(datagram, out var id) ? new RingNode.Event.Receive(id) : null;
        return received is not null;
    }

    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out RingNode.Event? sent)
    {
        sent = TryReadId(datagram, out var id) ? new RingNode.Event.Send(Address.Of(to), id) : null;
        return sent is not null;
    }

    private static bool TryReadId(ReadOnlySpan<byte> datagram, out Id id)
    {
        var isId = BinaryPrimitives.TryReadInt32BigEndian(datagram, out var index) && datagram.Length == 4 && index is >= 0 and < 1_000;
        id = new(index);
        return isId;
    }
}
