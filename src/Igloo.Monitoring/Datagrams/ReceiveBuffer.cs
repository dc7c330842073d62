using System.Net;
using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>
/// Where one receive puts a datagram; at least one byte longer than the longest message, so that a longer one shows. Each thread keeps
/// one, which costs no atomic instruction.
/// </summary>
internal sealed class ReceiveBuffer
{
    [ThreadStatic]
    private static ReceiveBuffer? spare;

    private ReceiveBuffer(int length, AddressFamily family)
    {
        Bytes = new byte[length];
        From = new(family);
    }

    public byte[] Bytes { get; }

    public SocketAddress From { get; }

    /// <summary>A buffer that is nobody else's until it is put back.</summary>
    /// <param name="maximumLength">The length of the longest message.</param>
    /// <param name="family">That of the socket.</param>
    public static ReceiveBuffer Take(int maximumLength, AddressFamily family)
    {
        var taken = spare;
        if (taken is null || taken.Bytes.Length <= maximumLength || taken.From.Family != family) return new(maximumLength + 1, family);
        spare = null;
        return taken;
    }

    /// <summary>Keeps the buffer for the next receive on this thread.</summary>
    public void PutBack() => spare = this;
}
