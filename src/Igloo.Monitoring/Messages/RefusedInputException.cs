namespace Igloo.Monitoring.Messages;

/// <summary>
/// An input on an ordered transport could not be passed on: it is no message, outside Ty of its operation, or the model fails on it. It cannot be
/// dropped either, since the transport loses nothing, so the transport is at its end for the program.
/// </summary>
/// <param name="message">Which input.</param>
public sealed class RefusedInputException(string message) : IOException(message);
