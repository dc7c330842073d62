using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>Which datagrams are which events of a transfer.</summary>
public sealed class TransferCodec : IDatagramObserver<Transfer.Event>
{
    /// <inheritdoc/>
    public int MaximumLength => Packets.Longest;

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out Transfer.Event? received)
    {
        received = new Transfer.Event.Receive(new(Address.Of(from), Readings.OfAnswer(datagram)));
        return true;
    }

    /// <inheritdoc/>
    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out Transfer.Event? sent)
    {
        sent = new Transfer.Event.Send(Address.Of(to), Readings.OfPacket(datagram));
        return true;
    }
}
