namespace Igloo.Viewing.Charts;

/// <summary>A participant of a message sequence chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsEnvironment">Whether it is the environment of the components.</param>
public sealed record Lane(string Name, bool IsEnvironment);
