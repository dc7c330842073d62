using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>Which datagrams are which events of an upload.</summary>
public sealed class UploadCodec : IDatagramObserver<Upload.Event>
{
    /// <inheritdoc/>
    public int MaximumLength => Packets.Longest;

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out Upload.Event? received)
    {
        received = new Upload.Event.Receive(new(Address.Of(from), Readings.OfAnswer(datagram)));
        return true;
    }

    /// <inheritdoc/>
    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out Upload.Event? sent)
    {
        var address = Address.Of(to);
        var request = Request.TryDecode(datagram);
        sent = request is null ? new Upload.Event.Send(address, Readings.OfPacket(datagram))
            : request.Opcode == Opcode.Write && request.Mode == Request.Octet ? new Upload.Event.Ask(address, new(request.File, Readings.Of(request.Options)))
            : null;
        return sent is not null;
    }
}
