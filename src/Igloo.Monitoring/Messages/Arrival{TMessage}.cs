namespace Igloo.Monitoring.Messages;

/// <summary>What a port received: a message, or that the peer has ended.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
public readonly record struct Arrival<TMessage>
{
    private Arrival(TMessage message)
    {
        Message = message;
        IsMessage = true;
    }

    /// <summary>No message will come any more.</summary>
    public static Arrival<TMessage> Ended => default;

    /// <summary>Whether there is a message.</summary>
    public bool IsMessage { get; }

    /// <summary>The message. Meaningless after the end.</summary>
    public TMessage Message { get; }

    /// <summary>A message.</summary>
    /// <param name="message">The message.</param>
    public static Arrival<TMessage> Of(TMessage message) => new(message);
}
