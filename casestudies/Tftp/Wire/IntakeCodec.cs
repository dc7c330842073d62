using System.Diagnostics.CodeAnalysis;
using System.Net;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>Which datagrams are which events of an intake.</summary>
public sealed class IntakeCodec : IDatagramObserver<Intake.Event>
{
    /// <inheritdoc/>
    public int MaximumLength => Packets.Longest;

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out Intake.Event? received)
    {
        received = new Intake.Event.Receive(new(Address.Of(from), Readings.OfPacket(datagram)));
        return true;
    }

    /// <inheritdoc/>
    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out Intake.Event? sent)
    {
        sent = new Intake.Event.Send(Address.Of(to), Readings.OfAnswer(datagram));
        return true;
    }
}
