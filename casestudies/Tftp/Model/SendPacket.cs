namespace Tftp.Model;

/// <summary>Sends one packet. If that fails it may have left or not, and the network may lose it: it counts as sent, and is sent again after the time for an answer.</summary>
/// <remarks>To keep the permission would be wrong: after an error that may have left the transfer is over, and no block follows it.</remarks>
public sealed class SendPacket : IoOperation<(Address To, Packet Packet), Unit>
{
    /// <inheritdoc/>
    public override string Name => "UDP_send";

    /// <inheritdoc/>
    public override FailureContract OnFailure => FailureContract.Lost;
}
