namespace Igloo.Monitoring.Recovery;

/// <summary>A restarted program cannot go on as the component that it was.</summary>
/// <param name="message">Why not.</param>
public sealed class RecoveryRefusedException(string message) : Exception(message);
