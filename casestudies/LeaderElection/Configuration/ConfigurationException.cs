namespace LeaderElection.Configuration;

/// <summary>The configuration of a ring is no ring, or not the one that a process finds itself in.</summary>
/// <param name="message">What is wrong, with the values.</param>
public sealed class ConfigurationException(string message) : Exception(message);
