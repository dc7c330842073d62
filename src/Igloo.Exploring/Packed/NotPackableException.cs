namespace Igloo.Exploring.Packed;

/// <summary>A reachable state has no packed form, so the search has to be made by the reference engine.</summary>
/// <param name="message">Which part of the state.</param>
public sealed class NotPackableException(string message) : Exception(message);
