namespace Igloo.Cli;

/// <summary>What a script learns from a command, the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked holds.</summary>
    public const int Holds = 0;

    /// <summary>At least one obligation is refuted.</summary>
    public const int Refuted = 1;

    /// <summary>Nothing is refuted, but at least one obligation is neither proved nor refuted.</summary>
    public const int Unknown = 2;

    /// <summary>The command or what it was given is wrong: the message says what to change.</summary>
    public const int UserError = 3;

    /// <summary>A tool failed, or Igloo has a bug; no verdict follows.</summary>
    public const int Failure = 4;

    /// <summary>The user cancelled.</summary>
    public const int Cancelled = 130;
}
