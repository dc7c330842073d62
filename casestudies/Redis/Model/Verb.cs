namespace Redis.Model;

/// <summary>What a command does to the mode of its connection.</summary>
public enum Verb
{
    /// <summary>Nothing.</summary>
    Ordinary,

    /// <summary>Nothing, and it is allowed in every mode.</summary>
    Ping,

    /// <summary>Begins a transaction.</summary>
    Multi,

    /// <summary>Ends a transaction: it is executed or given up.</summary>
    End,

    /// <summary>Subscribes to one channel.</summary>
    Subscribe,

    /// <summary>Ends the subscription of one channel.</summary>
    Unsubscribe,

    /// <summary>Not inside a transaction.</summary>
    Watch,
}
