namespace Igloo.Z3;

/// <summary>The library libz3 is missing or unusable. The message says what to do about it.</summary>
public sealed class SolverLibraryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The loader's own complaint, if there is one.</param>
    public SolverLibraryException(string message, Exception? innerException = null) : base(message, innerException) { }
}
