using System.Collections.Immutable;
using Igloo.Proving.Deciding;

namespace Igloo.Proving;

/// <summary>Decides obligations. Safe for use from several threads.</summary>
public static class Prover
{
    /// <summary>Decides one obligation on its own; whether its premises hold is not asked.</summary>
    /// <param name="obligation">The obligation.</param>
    /// <param name="options">What it may spend; null for the defaults.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ToolFailureException">The solver failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Verdict Decide(Obligation obligation, ProverOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        return new Decision(obligation, options ?? ProverOptions.Default, cancellation).Decide();
    }

    /// <summary>Decides obligations in parallel, and then which of the proofs count: those whose premises were established too.</summary>
    /// <param name="obligations">The obligations; what they assume should be among them.</param>
    /// <param name="options">What each may spend; null for the defaults.</param>
    /// <param name="progress">Told of each verdict when it is found, before premises are resolved; in any order, from any thread.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The results in the order of the obligations.</returns>
    /// <exception cref="ToolFailureException">The solver failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<ObligationResult> DecideAll(
        IEnumerable<Obligation> obligations,
        ProverOptions? options = null,
        IProgress<ObligationResult>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(obligations);
        options ??= ProverOptions.Default;
        Obligation[] all = [.. obligations];
        var verdicts = new Verdict[all.Length];
        try
        {
            Parallel.For(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation }, i =>
            {
                verdicts[i] = Decide(all[i], options, cancellation);
                progress?.Report(new ObligationResult(all[i], verdicts[i], []));
            });
        }
        catch (AggregateException exception)
        {
            var failure = exception.Flatten().InnerExceptions;
            throw failure.OfType<OperationCanceledException>().FirstOrDefault() as Exception ?? new ToolFailureException(failure[0].Message, failure[0]);
        }

        return PremiseResolution.Resolve([.. all.Zip(verdicts)]);
    }
}
