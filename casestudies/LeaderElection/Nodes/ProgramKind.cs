namespace LeaderElection.Nodes;

/// <summary>Which program a node runs.</summary>
public enum ProgramKind
{
    /// <summary><see cref="SequentialProgram"/>.</summary>
    Sequential,

    /// <summary><see cref="ConcurrentProgram"/>.</summary>
    Concurrent,
}
