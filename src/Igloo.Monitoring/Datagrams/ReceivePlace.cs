using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>The buffer that a thread receives with, while it waits for nothing.</summary>
internal struct ReceivePlace
{
    [ThreadStatic]
    private static ReceivePlace own;

    private ReceiveBuffer? buffer;
    private bool isTaken;

    /// <summary>That of this thread: costs a search, so it is looked up once for each receive, and no atomic instruction.</summary>
    public static ref ReceivePlace Own => ref own;

    /// <summary>A buffer that is nobody else's until it is put back.</summary>
    /// <param name="maximumLength">The length of the longest message.</param>
    /// <param name="family">The addresses of the socket.</param>
    public ReceiveBuffer Take(int maximumLength, AddressFamily family)
    {
        if (isTaken || buffer is null || !buffer.Suits(maximumLength, family)) return TakeNew(maximumLength, family);
        isTaken = true;
        return buffer;
    }

    /// <summary>Lets the next receive have it.</summary>
    public void PutBack(ReceiveBuffer used) => isTaken = isTaken && !ReferenceEquals(used, buffer);

    /// <summary>Gives one away for another: a receive that waits keeps its own.</summary>
    public void Exchange(ReceiveBuffer used, ReceiveBuffer? other)
    {
        if (ReferenceEquals(used, buffer)) (buffer, isTaken) = (other, false);
    }

    // A codec that receives while it decodes gets one that is not kept.
    private ReceiveBuffer TakeNew(int maximumLength, AddressFamily family)
    {
        var made = new ReceiveBuffer(maximumLength, family);
        if (!isTaken) (buffer, isTaken) = (made, true);
        return made;
    }
}
