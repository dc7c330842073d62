namespace Igloo.Monitoring.Datagrams;

/// <summary>Where a thread encodes its messages.</summary>
internal struct SendBuffer
{
    [ThreadStatic]
    private static SendBuffer own;

    private byte[]? bytes;
    private bool isTaken;

    /// <summary>That of this thread: costs a search, so it is looked up once for each message, and no atomic instruction.</summary>
    public static ref SendBuffer Own => ref own;

    /// <summary>A buffer that is nobody else's until it is put back.</summary>
    /// <param name="length">The least length.</param>
    public byte[] Take(int length)
    {
        if (isTaken || bytes is null || bytes.Length < length) return TakeNew(length);
        isTaken = true;
        return bytes;
    }

    /// <summary>Lets the next message have it.</summary>
    public void PutBack(byte[] buffer) => isTaken = isTaken && !ReferenceEquals(buffer, bytes);

    // A codec that sends while it encodes gets one that is not kept.
    private byte[] TakeNew(int length)
    {
        var made = new byte[length];
        if (!isTaken) (bytes, isTaken) = (made, true);
        return made;
    }
}
