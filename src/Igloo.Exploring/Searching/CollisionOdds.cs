namespace Igloo.Exploring.Searching;

/// <summary>How likely it is that fingerprints took two different states for one.</summary>
internal static class CollisionOdds
{
    /// <summary>The union bound over all pairs for 64 bits: an upper bound of the probability that any two of so many states share a fingerprint.</summary>
    public static double Of(long states) => Math.Min(1, states * (states - 1.0) / Math.Pow(2, 65));
}
