using System.Globalization;
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
        var obligation = result.Obligation;
        switch (result.Verdict)
        {
            case Verdict.Refuted(var counterexample, var evidence):
                var report = CounterexampleAnalysis.Analyse(counterexample);
                return new ModelFailureException(
                    CounterexampleText.Of(report, elapsed: evidence.Time), report.Source.Member, new(report.Source.File, report.Source.Line, report.Source.Text));
            case Verdict.Unknown unknown:
                return Failure(
                    obligation,
                    $"""
                    UNKNOWN  {obligation}  neither proved nor refuted
                      Reason   {unknown.Reason}
                      Spent    {unknown.Evidence.Queries} queries, {unknown.Evidence.ResourceCount.ToString("N0", CultureInfo.InvariantCulture)} units of work, {unknown.Evidence.Solver}
                      Try      {unknown.Advice}
                    """);
            default:
                return Failure(
                    obligation,
                    $"""
                    PROVED ONLY UNDER ASSUMPTIONS  {obligation}
                      Assumes  {string.Join(", ", result.UnresolvedPremises)}, which is not established: see the failures of their own
                    """);
        }
    }

    private static ModelFailureException Failure(Obligation obligation, string message)
    {
        var clause = $"{obligation.Subject.Name}.{obligation.Name}";
        return new ModelFailureException($"{message}\n     at {clause} in {obligation.Source.File}:line {obligation.Source.Line}", clause, obligation.Source);
    }
}
