namespace Igloo.Exploring.Simulating;

/// <summary>Makes failing walks shorter.</summary>
internal static class Shrinking
{
    /// <summary>
    /// Leaves out choices, larger parts before smaller ones, as long as the walk still fails in the same way: no single choice of the result can be
    /// left out.
    /// </summary>
    /// <remarks>Delta debugging (Zeller and Hildebrandt, TSE 2002).</remarks>
    public static Walk Shrink(Walker walker, Walk failing)
    {
        var best = failing;
        for (var size = Math.Max(1, (best.Choices.Length - 1) / 2); size >= 1;)
        {
            if (Shorter(walker, best, size) is { } shorter) best = shorter;
            else if (size == 1) break;
            else size /= 2;
            size = Math.Max(1, Math.Min(size, best.Choices.Length - 1));
        }

        return best;
    }

    // The first choice is that of the initial state and stays.
    private static Walk? Shorter(Walker walker, Walk walk, int size)
    {
        for (var start = 1; start + size <= walk.Choices.Length; start += size)
        {
            var shorter = walker.Follow([.. walk.Choices[..start], .. walk.Choices[(start + size)..]]);
            if (shorter.Failed && shorter.Run.Length < walk.Run.Length && FailsAlike(shorter, walk)) return shorter;
        }

        return null;
    }

    private static bool FailsAlike(Walk a, Walk b) =>
        a.Violation?.Property == b.Violation?.Property && a.Violation?.Kind == b.Violation?.Kind && a.SimulationFailed?.Failure == b.SimulationFailed?.Failure;
}
