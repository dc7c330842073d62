using LeaderElection.Model;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.Nodes;

/// <summary>How a node process is started.</summary>
/// <param name="Self">The node.</param>
/// <param name="Configuration">The configuration file, or null: any free port, and the configuration comes on standard input.</param>
/// <param name="Program">Its program.</param>
/// <param name="Misconduct">What it does wrong on purpose.</param>
/// <param name="Resend">How long it waits before it sends again.</param>
/// <param name="Audit">The file of its audit log, or null.</param>
public sealed record NodeSettings(
    Node Self, string? Configuration, ProgramKind Program, Misconduct Misconduct, TimeSpan Resend, string? Audit);
