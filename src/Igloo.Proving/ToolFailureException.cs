namespace Igloo.Proving;

/// <summary>A tool failed: the solver crashed, did not stop, or is missing. Never a verdict.</summary>
/// <param name="message">What happened, with which obligation.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class ToolFailureException(string message, Exception? innerException = null) : Exception(message, innerException);
