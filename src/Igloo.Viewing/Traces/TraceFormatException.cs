namespace Igloo.Viewing.Traces;

/// <summary>A file is no trace.</summary>
/// <param name="message">Why not.</param>
public sealed class TraceFormatException(string message) : Exception(message);
