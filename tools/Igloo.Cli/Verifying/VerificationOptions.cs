using Igloo.Proving;

namespace Igloo.Cli.Verifying;

/// <summary>What a verification does.</summary>
/// <param name="Prover">What the prover may spend.</param>
/// <param name="Filter">Only obligations whose name or id contains this, and what they assume; null for all.</param>
/// <param name="LargestInstance">Up to which size instances are explored; 0 for none.</param>
internal sealed record VerificationOptions(ProverOptions Prover, string? Filter, int LargestInstance)
{
    /// <summary>Everything with the default budget.</summary>
    public static VerificationOptions Default { get; } = new(ProverOptions.Default, null, 3);

    /// <summary>The same, with verdicts of earlier runs.</summary>
    public VerificationOptions WithCache() => this with { Prover = Prover with { CacheFolder = VerdictCache.Folder } };
}
