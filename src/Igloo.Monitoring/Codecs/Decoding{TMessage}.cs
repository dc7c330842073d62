namespace Igloo.Monitoring.Codecs;

/// <summary>The result of decoding: a message and the length of its frame, or that there is none yet, or that there will be none.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
public readonly record struct Decoding<TMessage>
{
    private Decoding(DecodingStatus status, TMessage message, long length)
    {
        Status = status;
        Message = message;
        Length = length;
    }

    /// <summary>More bytes are needed.</summary>
    public static Decoding<TMessage> Incomplete => default;

    /// <summary>The bytes begin no frame.</summary>
    public static Decoding<TMessage> Junk => new(DecodingStatus.Junk, default!, 0);

    /// <summary>Which of the three it is.</summary>
    public DecodingStatus Status { get; }

    /// <summary>The message. Meaningless for the other two.</summary>
    public TMessage Message { get; }

    /// <summary>The length of the frame in bytes; 0 for the other two.</summary>
    public long Length { get; }

    /// <summary>A message was found.</summary>
    /// <param name="message">The message.</param>
    /// <param name="length">The length of its frame in bytes, at least 1.</param>
    public static Decoding<TMessage> Of(TMessage message, long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new(DecodingStatus.Message, message, length);
    }

    /// <summary>The same with another message.</summary>
    /// <typeparam name="TOther">The other messages.</typeparam>
    /// <param name="selector">Makes the other message.</param>
    public Decoding<TOther> Select<TOther>(Func<TMessage, TOther> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return Status switch
        {
            DecodingStatus.Message => Decoding<TOther>.Of(selector(Message), Length),
            DecodingStatus.Junk => Decoding<TOther>.Junk,
            _ => Decoding<TOther>.Incomplete,
        };
    }
}
