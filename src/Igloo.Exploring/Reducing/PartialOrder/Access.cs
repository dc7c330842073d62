namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>A use of a part of the state.</summary>
/// <param name="Place">The part.</param>
/// <param name="Kind">How it is used.</param>
internal sealed record Access(Place Place, AccessKind Kind)
{
    /// <summary>Whether this write may change what a read sees. Appending does not change the first element that is there.</summary>
    public bool Disturbs(Access read) =>
        Place.Overlaps(read.Place) && !(Kind == AccessKind.Push && read.Kind == AccessKind.Front && Place.Depth == read.Place.Depth);

    /// <summary>Whether the order of two writes may matter. Appending and removing what was there before commute, as do two insertions.</summary>
    public bool Clashes(Access write) =>
        Place.Overlaps(write.Place)
        && (Place.Depth != write.Place.Depth
            || (Kind, write.Kind) is not ((AccessKind.Pop, AccessKind.Push) or (AccessKind.Push, AccessKind.Pop)
                or (AccessKind.Insert, AccessKind.Insert) or (AccessKind.Delete, AccessKind.Delete)));
}
