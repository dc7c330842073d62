namespace Igloo.Exploring.Packed.Searching;

/// <summary>How likely it is that two of a number of states have the same fingerprint of 64 bits.</summary>
internal static class FingerprintOdds
{
    /// <summary>The bound of the birthday problem, for fingerprints as good as random.</summary>
    public static double Of(long states)
    {
        var pairs = 0.5 * states * Math.Max(0, states - 1) / Math.Pow(2, 64);
        return pairs < 1e-6 ? pairs : 1 - Math.Exp(-pairs);
    }
}
