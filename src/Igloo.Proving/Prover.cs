namespace Igloo.Proving;

/// <summary>Decides obligations.</summary>
public static class Prover
{
    /// <summary>Decides one obligation on its own; whether its premises hold is not asked.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="options">What it may spend; null for the defaults.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ToolFailureException">The solver failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Verdict Decide(Obligation obligation, ProverOptions? options = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
