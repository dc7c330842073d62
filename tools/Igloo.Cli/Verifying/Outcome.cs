namespace Igloo.Cli.Verifying;

/// <summary>The verdict on everything together.</summary>
internal enum Outcome
{
    /// <summary>Everything holds.</summary>
    Holds,

    /// <summary>Something is refuted.</summary>
    Refuted,

    /// <summary>Nothing is refuted, but something is open.</summary>
    Unknown,

    /// <summary>Nothing is refuted, but the solver and the compiled code disagree somewhere: a defect of Igloo, and no verdict.</summary>
    Failed,
}
