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

    // Kept, since the address would ask the operating system's library.
    private readonly AddressFamily family;

    private ReceiveBuffer(int length, AddressFamily family)
    {
        this.family = family;
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
        // The place is looked up once: it belongs to the thread.
        ref var place = ref spare;
        var taken = place;
        if (taken is null || taken.Bytes.Length <= maximumLength || taken.family != family) return new(maximumLength + 1, family);
        place = null;
        return taken;
    }

    /// <summary>Keeps the buffer for the next receive on this thread.</summary>
    public void PutBack() => spare = this;
}
