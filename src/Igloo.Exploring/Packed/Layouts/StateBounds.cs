namespace Igloo.Exploring.Packed.Layouts;

/// <summary>Bounds of what the universe leaves unbounded in states. A search that leaves them begins anew with larger ones.</summary>
/// <param name="Smallest">The smallest integer.</param>
/// <param name="Largest">The largest integer, and the largest number of occurrences in a bag.</param>
/// <param name="Length">The largest length of a sequence.</param>
internal sealed record StateBounds(int Smallest, int Largest, int Length)
{
    private const int Limit = 255;

    /// <summary>Larger bounds.</summary>
    public StateBounds Wider => new(Smallest == 0 ? -1 : Smallest * 4, (Largest * 2) + 1, Length * 2);

    /// <summary>Whether the bounds grow no more: a space that needs more is better explored by the reference engine.</summary>
    public bool IsWidest => Largest >= Limit;

    /// <summary>The first bounds to try: the integers that the universe lists, and few more.</summary>
    public static StateBounds Of(Universe universe)
    {
        var listed = universe.Values(typeof(int)).Cast<int>().Where(i => i is > -Limit and < Limit).ToArray();
        return new(Math.Min(0, listed.DefaultIfEmpty().Min()), Math.Max(3, listed.DefaultIfEmpty().Max()), 2);
    }
}
