using System.Collections.Immutable;
using Igloo.Cli.Targets;
using Igloo.Cli.Terminals;
using Igloo.Proving;
using Igloo.Proving.Counterexamples;

namespace Igloo.Cli.Verifying;

/// <summary>A counterexample that was found by its id and replayed.</summary>
/// <param name="ExitCode">Whether it fails.</param>
/// <param name="Lines">What to print.</param>
/// <remarks>
/// Nothing is stored: the search for counterexamples is deterministic, an id names the obligation with the whole world, and every
/// counterexample is run through the compiled model when it is found.
/// </remarks>
internal sealed record Replaying(int ExitCode, ImmutableArray<string> Lines)
{
    /// <summary>Finds the counterexample again, in the models as they are now.</summary>
    /// <exception cref="UserErrorException">No counterexample of the models has this id now, or several have.</exception>
    public static Replaying Find(string id, ModelAssembly models, Terminal terminal, CancellationToken cancellation)
    {
        using var progress = new Progress(terminal, "Searching counterexamples");
        var obligations = Obligations.Of(models.WithModels);
        var options = VerificationOptions.Default.WithCache().Prover;
        var refuted = Prover.DecideAll(obligations, options, new VerdictCount(progress, obligations.Length), cancellation)
            .Where(r => r.Verdict is Verdict.Refuted)
            .Select(r => (Verdict: (Verdict.Refuted)r.Verdict, Report: CounterexampleAnalysis.Analyse(((Verdict.Refuted)r.Verdict).Counterexample)))
            .ToImmutableArray();
        ImmutableArray<CounterexampleReport> reports = [.. refuted.Select(r => r.Report)];
        return reports.Count(r => Matches(r, id)) switch
        {
            1 => Of(reports.Single(r => Matches(r, id)), terminal.Style),
            0 => throw new UserErrorException($"No counterexample {id} in '{Path.GetFileName(models.Path)}' as it is now: it no longer fails like that, or is another project's.", List(reports)),
            var several => throw new UserErrorException($"{several} counterexamples begin with {id}.", List([.. reports.Where(r => Matches(r, id))])),
        };
    }

    private static bool Matches(CounterexampleReport report, string id) => report.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase);

    private static Replaying Of(CounterexampleReport report, Style style) => report.Replay switch
    {
        ReplayStatus.Agreed => new(Cli.ExitCode.Refuted, [CounterexampleText.Of(report, full: true), style.Bad($"STILL FAILS  the compiled C# gave the same: {report.ReplayDetail}")]),
        ReplayStatus.Disagreed => new(Cli.ExitCode.Failure, [CounterexampleText.Of(report, full: true), style.Bad($"OUR BUG  the compiled C# differs in {report.ReplayDetail}")]),
        _ => new(Cli.ExitCode.Refuted, [CounterexampleText.Of(report, full: true), style.Open($"REFUTED  but it cannot be replayed: {report.ReplayDetail}")]),
    };

    private static string List(ImmutableArray<CounterexampleReport> reports) =>
        reports.IsEmpty ? "Nothing is refuted there."
        : string.Join(Environment.NewLine, reports.Select(r => $"  {r.Id}  {r.Subject}: {r.Name}").Prepend("These are refuted:"));
}
