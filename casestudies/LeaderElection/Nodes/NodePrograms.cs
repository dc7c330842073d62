using LeaderElection.Nodes.Wrong;

namespace LeaderElection.Nodes;

/// <summary>The programs by name.</summary>
internal static class NodePrograms
{
    public static INodeProgram Of(ProgramKind kind, Misconduct misconduct, NodeContext node) => misconduct switch
    {
        Misconduct.Forge => new ForgingProgram(node),
        Misconduct.WrongSuccessor => new MisdirectingProgram(node),
        Misconduct.EarlyLeader => new HastyProgram(node),
        Misconduct.FalseClaim => new BoastingProgram(node),
        Misconduct.OwnSocket => new SmugglingProgram(node),
        _ when kind == ProgramKind.Concurrent => new ConcurrentProgram(node),
        _ => new SequentialProgram(node),
    };
}
