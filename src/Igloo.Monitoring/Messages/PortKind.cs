namespace Igloo.Monitoring.Messages;

/// <summary>What a transport guarantees, and so what a monitor may do with a message that it does not let pass.</summary>
public enum PortKind
{
    /// <summary>
    /// Messages arrive in the order in which they were sent, none is lost. Sends leave in the order of their permissions; an input that cannot be
    /// passed on ends the port, and so does a send that may have left in part.
    /// </summary>
    Ordered,

    /// <summary>Messages may be lost and overtake one another. An input that cannot be passed on is dropped.</summary>
    Lossy,
}
