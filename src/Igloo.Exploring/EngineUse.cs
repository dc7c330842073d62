namespace Igloo.Exploring;

/// <summary>Which engine explored, and why this one.</summary>
/// <param name="Engine">Never <see cref="ExplorationEngine.Automatic"/>.</param>
/// <param name="Reason">Why, in a few words: asked for, or what the other one does not support.</param>
public sealed record EngineUse(ExplorationEngine Engine, string Reason);
