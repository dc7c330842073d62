namespace Igloo.Exploring.Packed.Layouts;

/// <summary>Bounds of what the universe leaves unbounded in states. A search that leaves them begins anew with larger ones.</summary>
/// <param name="Smallest">The smallest integer.</param>
/// <param name="Largest">The largest integer, and the largest number of occurrences in a bag.</param>
/// <param name="Length">The largest length of a sequence.</param>
internal sealed record StateBounds(int Smallest, int Largest, int Length)
{
    public static StateBounds First { get; } = new(0, 3, 2);

    /// <summary>Larger bounds.</summary>
    public StateBounds Wider => new(Smallest == 0 ? -1 : Smallest * 4, (Largest * 2) + 1, Length * 2);
}
