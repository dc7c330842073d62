namespace LeaderElection.Nodes.Wrong;

/// <summary>What a deliberately wrong node does.</summary>
public enum Misconduct
{
    /// <summary>Nothing wrong.</summary>
    None,

    /// <summary>Sends an identifier that it never received.</summary>
    Forge,

    /// <summary>Sends to the successor of its successor.</summary>
    WrongSuccessor,

    /// <summary>Claims to be the leader before its identifier has come home.</summary>
    EarlyLeader,

    /// <summary>Announces itself as the leader without telling the monitor.</summary>
    FalseClaim,

    /// <summary>Opens a socket past the monitor, and sends its successor's own identifier to the successor.</summary>
    OwnSocket,
}
