using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>Which datagrams are which events of a download.</summary>
public sealed class DownloadCodec : IDatagramObserver<Download.Event>
{
    /// <inheritdoc/>
    public int MaximumLength => Packets.Longest;

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out Download.Event? received)
    {
        received = new Download.Event.Receive(new(Address.Of(from), Readings.OfPacket(datagram)));
        return true;
    }

    /// <inheritdoc/>
    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out Download.Event? sent)
    {
        var address = Address.Of(to);
        var request = Request.TryDecode(datagram);
        sent = request is null ? new Download.Event.Send(address, Readings.OfAnswer(datagram))
            : request.Opcode == Opcode.Read && request.Mode == Request.Octet ? new Download.Event.Ask(address, new(request.File, Readings.Of(request.Options)))
            : null;
        return sent is not null;
    }
}
