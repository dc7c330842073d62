namespace Igloo.Monitoring.Datagrams;

/// <summary>Where messages are encoded: each thread keeps one buffer, which costs no atomic instruction.</summary>
internal static class SendBuffer
{
    [ThreadStatic]
    private static byte[]? spare;

    /// <summary>A buffer that is nobody else's until it is put back.</summary>
    /// <param name="length">The least length.</param>
    public static byte[] Take(int length)
    {
        // The place is looked up once: it belongs to the thread.
        ref var place = ref spare;
        var taken = place;
        if (taken is null || taken.Length < length) return new byte[length];
        place = null;
        return taken;
    }

    /// <summary>Keeps a buffer for the next message that this thread sends.</summary>
    public static void PutBack(byte[] buffer) => spare = buffer;
}
