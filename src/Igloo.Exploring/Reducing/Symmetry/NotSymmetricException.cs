using System.Collections.Immutable;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>A reduction by symmetry was asked for of a system that has none.</summary>
/// <param name="subject">The instance.</param>
/// <param name="obstacles">What tells elements apart.</param>
public sealed class NotSymmetricException(string subject, ImmutableArray<SymmetryObstacle> obstacles)
    : Exception($"{subject} is not symmetric as claimed:\n{string.Join('\n', obstacles.Select(o => $"  {o}"))}")
{
    /// <summary>What tells elements apart.</summary>
    public ImmutableArray<SymmetryObstacle> Obstacles { get; } = obstacles;
}
