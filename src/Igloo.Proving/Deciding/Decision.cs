using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Z3;

namespace Igloo.Proving.Deciding;

/// <summary>One obligation being decided.</summary>
internal sealed class Decision(Obligation obligation, ProverOptions options, CancellationToken cancellation)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly SolverOptions solverOptions = new() { ResourceLimit = options.ResourceLimit, Seed = options.Seed, Watchdog = options.Watchdog };
    private readonly Lazy<Cvc5?> secondSolver = new(() => options.CrossCheck is not { } path ? null
        : Cvc5.Find(Path.GetDirectoryName(Path.GetFullPath(path))!) ?? throw new ToolFailureException($"There is no cvc5 at {path}."));

    private long resources;
    private TimeSpan solverTime;
    private int queries;
    private int asked;
    private int agreed;
    private EvidenceMethod method = EvidenceMethod.Simplification;

    internal Verdict Decide()
    {
        try
        {
            // Running the model is as fast as reading a file, and a second solver has to be asked to have a say.
            if (options.CacheFolder is not { } folder || options.CrossCheck is not null
                || obligation.Statement is Statement.Executed or Statement.Unencodable or Statement.Unstated or Statement.Valid { Goals: [] })
                return Compute();
            var cache = new ProofCache(folder);
            var key = ProofCache.Key(obligation.Statement, options);
            if (cache.Find(key) is { } earlier) return new Verdict.Proved(earlier with { Seeds = Math.Max(1, options.Stability) });
            var verdict = Compute();
            if (verdict is Verdict.Proved proved) cache.Add(key, proved.Evidence);
            return verdict;
        }
        catch (Exception exception) when (exception is SolverException or SolverLibraryException)
        {
            throw new ToolFailureException($"The solver failed on '{obligation}': {exception.Message}", exception);
        }
    }

    private Verdict Compute() => obligation.Statement switch
    {
        Statement.Valid valid => DecideValid(valid),
        Statement.Possible possible => DecidePossible(possible),
        Statement.Executed executed => DecideExecuted(executed),
        Statement.Unencodable(_, var reason) => Unencodable(reason),
        Statement.Unstated(_, var reason, var advice) => new Verdict.Unknown(reason, Evidence(), advice),
        var other => throw new InvalidOperationException($"Unknown statement {other.GetType().Name}."),
    };

    private Verdict DecideValid(Statement.Valid statement)
    {
        Verdict? open = null;
        for (var i = 0; i < statement.Goals.Length; i++)
        {
            var goal = statement.Goals[i];
            if (goal.Assumptions.Any(a => a.IsFalse)) continue;
            var query = ProofCache.QueryOf(statement, goal);
            Dump(query, i);
            switch (Check(query))
            {
                case SatisfiabilityResult.Unsatisfiable proved:
                    if (Confirm(query, proved) is { } doubt) open ??= new Verdict.Unknown(doubt, Evidence(), Advice(query));
                    break;
                case SatisfiabilityResult.Satisfiable satisfiable:
                    return Refuted(statement, goal, query, satisfiable.Model);
                case SatisfiabilityResult.Undetermined undetermined:
                    // A false goal is likelier than a weak solver: look for a small world in which it fails.
                    if (Smallest(query) is SmallestModel.Found found) return Refuted(statement, goal, query, found);
                    open ??= new Verdict.Unknown(undetermined.Reason, Evidence(), Advice(query));
                    break;
            }
        }

        return open ?? new Verdict.Proved(Evidence());
    }

    /// <summary>Asks other seeds and the other solver; the doubt that remains, or null.</summary>
    private string? Confirm(SatisfiabilityQuery query, SatisfiabilityResult proved)
    {
        for (var i = 1u; i < options.Stability; i++)
        {
            var seed = unchecked(options.Seed + i);
            var again = query.Check(solverOptions with { Seed = seed }, cancellation);
            Count(again.Statistics);
            if (again is SatisfiabilityResult.Satisfiable) throw new ToolFailureException($"The solver contradicts itself on '{obligation}' under seed {seed}.");
            if (again is SatisfiabilityResult.WatchdogFired fired) throw Stuck(fired.After);
            if (again is SatisfiabilityResult.Undetermined undetermined) return $"proved under seed {options.Seed}, but under seed {seed}: {undetermined.Reason}";
        }

        if (secondSolver.Value is not { } second) return null;
        asked++;
        switch (second.Check(query, proved, options.CrossCheckTimeLimit, cancellationToken: cancellation))
        {
            case CrossCheck.Agree:
                agreed++;
                return null;
            case CrossCheck.Disagree disagree:
                throw new ToolFailureException($"{disagree.Solver} finds a counterexample to '{obligation}', which Z3 proves. One of the solvers or the translation is wrong.");
            case CrossCheck.Crashed crashed:
                throw new ToolFailureException($"The second solver crashed on '{obligation}': {crashed.Report}");
            default:
                return null;
        }
    }

    private Verdict DecidePossible(Statement.Possible statement)
    {
        var query = new SatisfiabilityQuery(statement.Formulas);
        Dump(query, 0);
        method = EvidenceMethod.BoundedWorlds;
        var search = Smallest(query);
        if (search is SmallestModel.Found) return new Verdict.Proved(Evidence());
        method = EvidenceMethod.Solver;
        var nothing = new Counterexample(obligation, statement.Scene, statement.Failure);
        if (obligation.Kind == ObligationKind.Satisfiability && search is SmallestModel.NoneUpTo) return new Verdict.Refuted(nothing, Evidence());
        return Check(query) switch
        {
            SatisfiabilityResult.Unsatisfiable => new Verdict.Refuted(nothing, Evidence()),
            SatisfiabilityResult.Satisfiable => new Verdict.Proved(Evidence()),
            SatisfiabilityResult.Undetermined undetermined => new Verdict.Unknown(undetermined.Reason, Evidence(), Advice(query)),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private Verdict DecideExecuted(Statement.Executed statement)
    {
        method = EvidenceMethod.Execution;
        try
        {
            return statement.FindViolation(cancellation) is { } violation
                ? new Verdict.Refuted(new Counterexample(obligation, statement.Scene, violation), Evidence())
                : new Verdict.Proved(Evidence());
        }
        catch (UnsupportedModelException unsupported)
        {
            return Unencodable(unsupported.Explanation);
        }
    }

    private Verdict.Unknown Unencodable(string reason) =>
        new(reason, Evidence(), "Change it as the reason says; what is only to be executed, keep out of everything that guards, updates and stated properties call.");

    private Verdict.Refuted Refuted(Statement.Valid statement, Statement.Goal goal, SatisfiabilityQuery query, FirstOrderModel model)
    {
        var counterexample = Counterexample(statement, goal);
        return Smallest(query) is SmallestModel.Found found
            ? Refuted(statement, goal, query, found)
            : new(counterexample with { Model = model, WorldSize = SizeOf(model) }, Evidence());
    }

    private Verdict.Refuted Refuted(Statement.Valid statement, Statement.Goal goal, SatisfiabilityQuery query, SmallestModel.Found found)
    {
        var inWorld = query.WithUniverseBounds(found.Bounds.ToImmutableDictionary(b => b.Sort, b => b.Size));
        var finite = FiniteSets.Of(statement.Extents, inWorld, found.Model, solverOptions, Count, cancellation);
        var model = ShortCollections.Of(statement.Counts, finite.Query, finite.Model, solverOptions, Count, cancellation);
        return new(Counterexample(statement, goal) with { Model = model, WorldSize = SizeOf(model), IsSmallest = found.IsSmallest }, Evidence());
    }

    private Counterexample Counterexample(Statement.Valid statement, Statement.Goal goal) =>
        new(obligation, statement.Scene with { Entries = [.. statement.Scene.Entries, .. goal.Parameters.Where(p => !statement.Scene.Entries.Contains(p))] }, goal.Label)
        {
            Conjunct = goal.Clause,
            Goal = goal.Conclusion,
        };

    private static ImmutableArray<(Sort.Uninterpreted Sort, int Size)> SizeOf(FirstOrderModel model) =>
        [.. model.Sorts.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => (s, model.UniverseSize(s)))];

    private SatisfiabilityResult Check(SatisfiabilityQuery query)
    {
        method = EvidenceMethod.Solver;
        var result = query.Check(solverOptions, cancellation);
        Count(result.Statistics);
        return result is SatisfiabilityResult.WatchdogFired fired ? throw Stuck(fired.After) : result;
    }

    private SmallestModel Smallest(SatisfiabilityQuery query)
    {
        queries++;
        var result = SmallestModel.Search(query, Signature.Of(query.Assertions).UninterpretedSorts, options.LargestWorld, solverOptions, cancellation);
        resources += result.ResourceCount;
        solverTime += result.SolveTime;
        return result is SmallestModel.WatchdogFired fired ? throw Stuck(fired.After) : result;
    }

    private void Count(SolverStatistics statistics)
    {
        queries++;
        resources += statistics.ResourceCount;
        solverTime += statistics.SolveTime;
    }

    private ToolFailureException Stuck(TimeSpan after) =>
        new($"The solver was still at '{obligation}' after {Seconds(after)} s and was stopped by force{LimitText}. There is no verdict. "
            + "The usual cause is nonlinear arithmetic (a product or quotient of two unknowns): take it out of the model or hide it behind an operation of a theory. Otherwise allow more time (--watchdog), or less work (--rlimit), which leaves it unknown.");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private string LimitText => options.ResourceLimit == 0
        ? ", its resources being unlimited"
        : string.Create(CultureInfo.InvariantCulture, $", which its limit of {options.ResourceLimit:N0} resource units did not do before");

    private Evidence Evidence()
    {
        var solver = method is EvidenceMethod.Simplification or EvidenceMethod.Execution ? string.Empty : $"Z3 {SolverLibrary.Current.Version.ToString(3)}";
        return new(method, solver, options.Seed, resources, clock.Elapsed, queries, IsCached: false)
        {
            SolverTime = solverTime,
            SecondSolver = method == EvidenceMethod.Solver && secondSolver.Value is { } second ? second.Version : string.Empty,
            SecondSolverAsked = asked,
            SecondSolverAgreed = agreed,
            Seeds = Math.Max(1, options.Stability),
        };
    }

    private static string Advice(SatisfiabilityQuery query) =>
        SortCycles.Find(query.Assertions) is { } cycle
            ? $"The quantifiers go round in a cycle of sorts ({cycle}), where the solver may search for ever. Name the witness by an operation of a theory, or state a lemma about the elements that matter."
            : "State a lemma with the elements that matter, or raise the resource limit.";

    private void Dump(SatisfiabilityQuery query, int index)
    {
        if (options.DumpFolder is not { } folder) return;
        Directory.CreateDirectory(folder);
        var name = string.Concat(obligation.Id.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'));
        File.WriteAllText(Path.Combine(folder, $"{name}.{index}.smt2"), query.ToSmtLib());
    }
}
