using System.Diagnostics;
using Igloo.Z3;

namespace Igloo.Proving.Logic;

/// <summary>One check by Z3, from translation to a model that no longer needs Z3.</summary>
internal static class SolverSession
{
    internal static SatisfiabilityResult Check(SatisfiabilityQuery query, SolverOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        using var context = new Context();
        using var solver = new Solver(context, options.ResourceLimit, options.Seed);
        var translation = new Z3Translation(context);
        foreach (var formula in query.Formulas) solver.Assert(translation.Translate(formula));
        var translationTime = clock.Elapsed;

        var outcome = CheckOutcome.Unknown;
        bool fired;
        SolverException? failure = null;
        using (var interruption = new Interruption(context, options.Watchdog, cancellationToken))
        {
            try
            {
                outcome = solver.Check();
            }
            catch (SolverException exception)
            {
                // An interrupted check may end in an error rather than as unknown.
                failure = exception;
            }

            fired = interruption.WatchdogHasFired;
        }

        var solveTime = clock.Elapsed - translationTime;
        cancellationToken.ThrowIfCancellationRequested();
        var statistics = new SolverStatistics(solver.ResourceCount ?? 0, translationTime, solveTime);
        if (outcome == CheckOutcome.Unknown && fired) return new SatisfiabilityResult.WatchdogFired(options.Watchdog, statistics);
        if (failure is not null) throw failure;
        switch (outcome)
        {
            case CheckOutcome.Unsatisfiable:
                return new SatisfiabilityResult.Unsatisfiable(statistics);
            case CheckOutcome.Satisfiable:
                using (var model = solver.Model())
                    return new SatisfiabilityResult.Satisfiable(ModelExtraction.Extract(context, model, translation), statistics);
            default:
                return new SatisfiabilityResult.Undetermined(ReasonOf(solver), statistics);
        }
    }

    /// <remarks>Deep inside a search, Z3 reports a spent resource limit as if somebody had cancelled it; nobody has.</remarks>
    private static string ReasonOf(Solver solver) =>
        solver.ReasonUnknown is var reason && reason is "canceled" or "interrupted" ? "max. resource limit exceeded" : reason;
}
