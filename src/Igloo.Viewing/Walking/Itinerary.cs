using System.Collections.Immutable;

namespace Igloo.Viewing.Walking;

/// <summary>The run that a link describes, as far as it can be followed.</summary>
/// <param name="Path">The link, cut where it cannot be followed.</param>
/// <param name="Positions">The initial place and one after each event.</param>
/// <param name="Problem">Why it was cut, or null.</param>
internal sealed record Itinerary(ViewPath Path, ImmutableArray<Position> Positions, string? Problem)
{
    public int At => Path.Position;

    public Position Current => Positions[At];
}
