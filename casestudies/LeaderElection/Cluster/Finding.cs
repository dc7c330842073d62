namespace LeaderElection.Cluster;

/// <summary>Something that was found wrong, or that could not be decided.</summary>
/// <param name="Text">What, readable without more context.</param>
/// <param name="IsUndecided">Whether it is only the lack of a verdict.</param>
public sealed record Finding(string Text, bool IsUndecided = false);
