namespace LeaderElection;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>A leader was elected, and everything that can be checked was found right.</summary>
    public const int Holds = 0;

    /// <summary>No leader, the wrong one, a refused action, or a run that the models do not have.</summary>
    public const int Refuted = 1;

    /// <summary>What was checked came to no verdict.</summary>
    public const int Unknown = 2;

    /// <summary>The command line or a configuration is wrong, or a port is in use.</summary>
    public const int Usage = 3;

    /// <summary>Something else failed.</summary>
    public const int Failure = 4;

    /// <summary>Cancelled by a signal.</summary>
    public const int Cancelled = 130;
}
