using LeaderElection.Nodes.Wrong;

namespace LeaderElection.CommandLine;

/// <summary>The names of misconduct on the command line.</summary>
internal static class MisconductNames
{
    public static IReadOnlyDictionary<string, Misconduct> All { get; } = new SortedDictionary<string, Misconduct>(StringComparer.Ordinal)
    {
        ["forge"] = Misconduct.Forge,
        ["wrong-successor"] = Misconduct.WrongSuccessor,
        ["early-leader"] = Misconduct.EarlyLeader,
        ["false-claim"] = Misconduct.FalseClaim,
        ["own-socket"] = Misconduct.OwnSocket,
    };

    public static string Of(Misconduct misconduct) => All.Single(n => n.Value == misconduct).Key;
}
