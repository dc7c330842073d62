using System.Collections.Immutable;
using System.Diagnostics;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Proving;
using Igloo.Proving.Counterexamples;
using Igloo.Theories;

namespace Igloo.Cli.Verifying;

/// <summary>Proves and explores the models of an assembly.</summary>
internal static class Verifier
{
    /// <summary>Decides every obligation that the options ask for.</summary>
    /// <exception cref="UserErrorException">There is nothing to prove, or the filter matches nothing.</exception>
    /// <exception cref="Proving.ToolFailureException">The solver failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<Verification> RunAsync(ModelAssembly models, VerificationOptions options, Progress progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        // The hash of the library takes as long as many proofs: it is computed beside them.
        var solver = Task.Run(SolverIdentity.Current, cancellation);
        progress.Report("Reading models");
        var all = Obligations.Of(models.WithModels);
        var asked = Asked(all, options.Filter, models);
        var shown = Closure(all, asked);
        progress.Report($"Proving {shown.Length} obligations");
        var explored = asked.Select(o => o.Subject).Distinct()
            .ToDictionary(s => s, s => Task.Run(() => Explore(s, models, options, cancellation), cancellation));
        var results = Prover.DecideAll(shown, options.Prover, new VerdictCount(progress, shown.Length), cancellation);
        progress.Report("Exploring instances");
        var subjects = ImmutableArray.CreateBuilder<SubjectResult>();
        foreach (var group in results.GroupBy(r => r.Obligation.Subject).OrderBy(g => ModelOrder.RankOf(g.Key)))
        {
            subjects.Add(new SubjectResult(
                group.Key, [.. group], Analysed(group), explored.TryGetValue(group.Key, out var exploration) ? await exploration : null));
        }

        return new Verification(models, options, await solver, subjects.ToImmutable(), watch.Elapsed);
    }

    private static ImmutableDictionary<Obligation, CounterexampleReport> Analysed(IEnumerable<ObligationResult> results) =>
        results.Where(r => r.Verdict is Verdict.Refuted)
            .ToImmutableDictionary(r => r.Obligation, r => CounterexampleAnalysis.Analyse(((Verdict.Refuted)r.Verdict).Counterexample));

    private static ExplorationSummary? Explore(Type subject, ModelAssembly models, VerificationOptions options, CancellationToken cancellation) =>
        subject.IsAssignableTo(typeof(ITheory))
            ? TheoryExploration.Explore(subject, models.WithModels, options.LargestInstance)
            : ModelExploration.Explore(subject, options.LargestInstance, cancellation);

    private static ImmutableArray<Obligation> Asked(ImmutableArray<Obligation> all, string? filter, ModelAssembly models)
    {
        if (all.IsEmpty && GenericModels.Of(models.WithModels) is [var generic, ..])
        {
            throw new UserErrorException($"'{Path.GetFileName(models.Path)}' has only generic models, such as {GenericModels.NameOf(generic)}.", GenericModels.Advice);
        }

        if (all.IsEmpty)
        {
            throw new UserErrorException(
                $"'{Path.GetFileName(models.Path)}' has models, but none of them has anything to prove.",
                "State an [Invariant], a [TraceProperty] or a refinement.");
        }

        ImmutableArray<Obligation> asked = filter is null ? all : [.. all.Where(o => Matches(o, filter))];
        return !asked.IsEmpty
            ? asked
            : throw new UserErrorException(
                $"None of the {all.Length} obligations contains '{filter}'.",
                $"They read like '{all[0]}' ({all[0].Id}).");
    }

    private static bool Matches(Obligation obligation, string filter) =>
        obligation.ToString().Contains(filter, StringComparison.OrdinalIgnoreCase)
        || obligation.Id.Contains(filter, StringComparison.OrdinalIgnoreCase);

    // What the asked ones assume is decided as well: a proof from an open premise is none.
    private static ImmutableArray<Obligation> Closure(ImmutableArray<Obligation> all, ImmutableArray<Obligation> asked)
    {
        var establishing = all.Where(o => o.Establishes is not null).ToLookup(o => o.Establishes!);
        var reached = new HashSet<Obligation>(asked);
        var open = new Queue<Obligation>(asked);
        while (open.TryDequeue(out var obligation))
        {
            foreach (var support in obligation.Premises.SelectMany(p => establishing[p]).Where(reached.Add))
            {
                open.Enqueue(support);
            }
        }

        return [.. all.Where(reached.Contains)];
    }
}
