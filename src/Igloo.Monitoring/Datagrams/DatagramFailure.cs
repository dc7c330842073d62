using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Which failures of a datagram send leave no doubt that nothing was sent.</summary>
/// <remarks>
/// <para>
/// Certainly not sent: the socket refused the arguments (<c>MessageSize</c>, <c>AddressFamilyNotSupported</c>, <c>AddressNotAvailable</c>,
/// <c>DestinationAddressRequired</c>, <c>Fault</c>, <c>InvalidArgument</c>, <c>NotSocket</c>, <c>OperationNotSupported</c>, <c>IsConnected</c>,
/// <c>NotConnected</c>), the caller has no right (<c>AccessDenied</c>), there was no room (<c>NoBufferSpaceAvailable</c>, <c>WouldBlock</c>), or no
/// route (<c>NetworkUnreachable</c>, <c>HostUnreachable</c>, <c>NetworkDown</c>, <c>HostDown</c>).
/// </para>
/// <para>
/// Perhaps sent: everything else. <c>ConnectionRefused</c> and <c>ConnectionReset</c> tell of an earlier datagram and say nothing about
/// this one on every system; a cancelled or disposed socket may have handed the datagram over before.
/// </para>
/// <para>Only the contract <see cref="Components.FailureContract.Unknown"/> depends on it; the others say by themselves where the token is.</para>
/// </remarks>
public static class DatagramFailure
{
    /// <summary>Whether a failed send has certainly sent nothing.</summary>
    /// <param name="failure">What the socket has thrown.</param>
    public static bool IsCertainlyUnsent(Exception failure) => failure is SocketException { SocketErrorCode: var code } && IsCertainlyUnsent(code);

    /// <summary>Whether a send that failed with this error has certainly sent nothing.</summary>
    /// <param name="error">The error.</param>
    public static bool IsCertainlyUnsent(SocketError error) => error is
        SocketError.MessageSize or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable or SocketError.DestinationAddressRequired
        or SocketError.Fault or SocketError.InvalidArgument or SocketError.NotSocket or SocketError.OperationNotSupported
        or SocketError.IsConnected or SocketError.NotConnected or SocketError.AccessDenied
        or SocketError.NoBufferSpaceAvailable or SocketError.WouldBlock
        or SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown;
}
