namespace Redis.Model;

/// <summary>What a connection may be used for.</summary>
public enum Mode
{
    /// <summary>Requests and replies.</summary>
    Normal,

    /// <summary>Commands are queued by the server until the transaction ends.</summary>
    Transaction,

    /// <summary>Published messages arrive at any time; only subscriptions can be changed.</summary>
    Subscribed,
}
