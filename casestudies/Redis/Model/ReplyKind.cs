namespace Redis.Model;

/// <summary>What a reply says about the connection.</summary>
public enum ReplyKind
{
    /// <summary>It answers a command.</summary>
    Answer,

    /// <summary>It answers the command that ended the last subscription.</summary>
    LastUnsubscribed,

    /// <summary>It answers nothing: a message was published.</summary>
    Message,
}
