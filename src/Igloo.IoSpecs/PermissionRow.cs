using System.Collections.Immutable;

namespace Igloo.IoSpecs;

/// <summary>What one event case permits in a state.</summary>
/// <param name="Case">The event case.</param>
/// <param name="Operation">The I/O operation; null for an internal event.</param>
/// <param name="IsBlocking">Whether the environment may leave it waiting for ever.</param>
/// <param name="Permitted">The permitted events, inputs as question marks.</param>
public sealed record PermissionRow(string Case, string? Operation, bool IsBlocking, ImmutableArray<string> Permitted)
{
    /// <summary>Whether there were values to try the event with; if not, that nothing is permitted is not known.</summary>
    public bool IsTried { get; init; } = true;
}
