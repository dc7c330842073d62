using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using LeaderElection.Model;

namespace LeaderElection.Wire;

/// <summary>
/// An identifier as a datagram of 12 bytes, all numbers big-endian: the magic number 0x1610, version 1, length 12, the identifier in 4
/// bytes, and a CRC-32 of the bytes before it.
/// </summary>
/// <remarks>
/// The environment model has loss but no forgery, so a datagram changed on the way must become junk: that is what the check sum is for.
/// Encoding is partial like the paper's listing 2 (0 ≤ msg ≤ MAX_MSG_VAL); decoding is total.
/// </remarks>
public sealed class RingCodec : IDatagramCodec<RingNode.Event>
{
    /// <summary>The length of every datagram.</summary>
    public const int Length = 12;

    private const ushort Magic = 0x1610;
    private const byte Version = 1;
    private Destination? last;

    /// <inheritdoc/>
    public int MaximumLength => Length;

    /// <inheritdoc/>
    public EncodedDatagram Encode(RingNode.Event sent, Span<byte> datagram)
    {
        if (sent is not RingNode.Event.Send(var to, var id)) throw new ArgumentException($"{sent} is not sent.", nameof(sent));
        Write(id, datagram);
        if (last is not { } known || known.Address != to) last = known = new(to, to.ToEndPoint());
        return new(Length, known.EndPoint);
    }

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out RingNode.Event? received)
    {
        received = TryRead(datagram, out var id) ? new RingNode.Event.Receive(id) : null;
        return received is not null;
    }

    /// <summary>Writes an identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="datagram">Where to.</param>
    /// <exception cref="PreconditionViolationException">The identifier is negative.</exception>
    public static void Write(Node id, Span<byte> datagram)
    {
        if (id.Index < 0) throw new PreconditionViolationException($"The identifier {id} has no encoding; identifiers are 0 to {int.MaxValue}.");
        BinaryPrimitives.WriteUInt16BigEndian(datagram, Magic);
        datagram[2] = Version;
        datagram[3] = Length;
        BinaryPrimitives.WriteInt32BigEndian(datagram[4..], id.Index);
        BinaryPrimitives.WriteUInt32BigEndian(datagram[8..], Crc32.Of(datagram[..8]));
    }

    /// <summary>Reads an identifier.</summary>
    /// <param name="datagram">The bytes.</param>
    /// <param name="id">The identifier.</param>
    /// <returns>False if the bytes are junk.</returns>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out Node id)
    {
        var isMessage = datagram.Length == Length
            && BinaryPrimitives.ReadUInt16BigEndian(datagram) == Magic
            && datagram[2] == Version
            && datagram[3] == Length
            && BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]) == Crc32.Of(datagram[..8])
            && BinaryPrimitives.ReadInt32BigEndian(datagram[4..]) >= 0;
        id = isMessage ? new Node(BinaryPrimitives.ReadInt32BigEndian(datagram[4..])) : default;
        return isMessage;
    }

    // One object for both, so that threads never see the endpoint of another address.
    private sealed record Destination(Address Address, IPEndPoint EndPoint);
}
