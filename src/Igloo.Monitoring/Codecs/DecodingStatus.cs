namespace Igloo.Monitoring.Codecs;

/// <summary>What a decoder found at the beginning of a sequence of bytes.</summary>
public enum DecodingStatus
{
    /// <summary>The beginning of a frame, not yet all of it.</summary>
    Incomplete,

    /// <summary>A whole frame with a message.</summary>
    Message,

    /// <summary>No frame, whatever follows. On a stream nothing after it can be told apart.</summary>
    Junk,
}
