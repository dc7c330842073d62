using System.Collections.Immutable;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>What an event reads to know whether it is enabled and what it does, and what it writes.</summary>
internal sealed record Footprint(ImmutableArray<Access> Reads, ImmutableArray<Access> Writes)
{
    /// <summary>Of an event of which nothing is known.</summary>
    public static Footprint Everything { get; } = new([new Access(Place.State, AccessKind.Value)], [new Access(Place.State, AccessKind.Assign)]);

    /// <summary>Whether some write of this event may change what the other reads.</summary>
    public bool Disturbs(Footprint other) => Writes.Any(w => other.Reads.Any(w.Disturbs));

    /// <summary>Whether the two may not commute, or one may disable or enable the other.</summary>
    public bool DependsOn(Footprint other) => Disturbs(other) || other.Disturbs(this) || Writes.Any(w => other.Writes.Any(w.Clashes));
}
