using Igloo.Proving;
using Igloo.Proving.Counterexamples;
using Igloo.Testing.Discharging;

namespace Igloo.Testing;

/// <summary>Turns the verdict on an obligation into a passing or failing test.</summary>
public static class ObligationDischarge
{
    /// <summary>
    /// Passes if the obligation is proved, and what it assumes too. The obligations of a test's model are decided together, once.
    /// </summary>
    /// <param name="obligation">The obligation.</param>
    /// <exception cref="ModelFailureException">
    /// It is refuted, unknown, or rests on something that is. The message says what a person needs; the stack trace names the clause.
    /// </exception>
    /// <exception cref="ToolFailureException">The solver failed: neither verdict.</exception>
    public static void Discharge(this Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        (ObligationOrigin.Find(obligation)?.Result(obligation) ?? new ObligationResult(obligation, Prover.Decide(obligation), [])).Discharge();
    }

    /// <summary>Passes if the obligation is proved, and what it assumes too.</summary>
    /// <param name="result">The obligation with its verdict.</param>
    /// <exception cref="ModelFailureException">It is not; as above.</exception>
    public static void Discharge(this ObligationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Holds) throw Failure(result);
    }

    private static ModelFailureException Failure(ObligationResult result)
    {
        switch (result.Verdict)
        {
            case Verdict.Refuted(var counterexample, var evidence):
                var report = CounterexampleAnalysis.Analyse(counterexample);
                return new ModelFailureException(
                    CounterexampleText.Of(report, elapsed: evidence.Time), report.Source.Member, new(report.Source.File, report.Source.Line, report.Source.Text));
            case Verdict.Unknown unknown:
                return Failure(result.Obligation, UnknownText.Of(result.Obligation, unknown));
            default:
                return Failure(result.Obligation, UnknownText.OfOpenAssumptions(result));
        }
    }

    private static ModelFailureException Failure(Obligation obligation, string message) =>
        new(message, $"{obligation.Subject.Name}.{obligation.Name}", obligation.Source);
}
