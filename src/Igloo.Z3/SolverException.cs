namespace Igloo.Z3;

/// <summary>Z3 reported an error: either our misuse of it or its own failure, never a verdict.</summary>
public sealed class SolverException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">Z3's error code.</param>
    /// <param name="message">Z3's message.</param>
    public SolverException(SolverErrorCode code, string message) : base($"Z3 reports {code}: {message}") => Code = code;

    /// <summary>Z3's error code.</summary>
    public SolverErrorCode Code { get; }
}
