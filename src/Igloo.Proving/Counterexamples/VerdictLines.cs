using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>What a classification says to the user.</summary>
internal static class VerdictLines
{
    private const int Width = 118;

    internal static ImmutableArray<string> Of(CounterexampleReport report, bool full) => report.Classification switch
    {
        Classification.RealBug => [.. RealBug(report), .. report.Reasons],
        Classification.MissingInvariant =>
        [
            $"MISSING INVARIANT?  Exploration never reaches {(HasBefore(report) ? "Before" : "this state")}.",
            .. Explored(report, full),
            .. report.Reasons,
        ],
        Classification.MissingAxiom =>
        [
            $"MISSING AXIOM?  {report.Reasons.FirstOrDefault()}",
            .. report.Run is { } run && run.Events.Length > 0 ? [$"In this world Before is reachable in {Events(run.Events.Length)}: {run}"] : ImmutableArray<string>.Empty,
            .. Explored(report, full),
            .. report.Reasons.Skip(1),
        ],
        Classification.Undecided => [$"UNDECIDED.  {Undecided(report)}", .. Explored(report, full), .. report.Reasons],
        Classification.Impossible => [$"IMPOSSIBLE.  {report.Failure}", .. Colliding(report)],
        _ =>
        [
            "OUR BUG.  Solver and compiled C# disagree; this says nothing about the model. Please report it with this text.",
            $"They differ in {report.ReplayDetail}:",
            $"  solver    {report.SolverVersion}",
            $"  compiled  {report.CompiledVersion}",
        ],
    };

    private static string Undecided(CounterexampleReport report)
    {
        var state = HasBefore(report) ? "Before" : "This state";
        if (report.Explored.IsEmpty) return "The proof fails, but whether this is a bug or an invariant is missing was not found out.";
        return report.Explored.FirstOrDefault(e => !e.IsComplete) is { } cut
            ? $"{state} is not reached within {cut.States:N0} states of {cut.Instance}, where the search was cut: a bug, or a missing invariant."
            : $"{state} is not reached in {report.Explored[0].Instance}, and there is no other to explore: a bug that needs a larger one, or a missing invariant.";
    }

    private static bool HasBefore(CounterexampleReport report) => report.States.Any(s => s.Label == "Before");

    private static IEnumerable<string> RealBug(CounterexampleReport report)
    {
        if (report.Run is not { } run)
        {
            yield return "REAL BUG.";
        }
        else if (run.Ending.Length > 0)
        {
            yield return $"REAL BUG.  {(run.On == "this world" ? "This world" : run.On)} reaches {run.Ending} after {Events(run.Events.Length)}{(run.Events.IsEmpty ? "." : ":")}";
            foreach (var line in run.Events.IsEmpty ? [] : Wrapped(run)) yield return line;
        }
        else if (run.Events.Length == 0)
        {
            yield return report.Events.IsEmpty ? "REAL BUG.  This is an initial state." : "REAL BUG.  Before is an initial state.";
        }
        else
        {
            yield return $"REAL BUG.  Before is reachable in {Events(run.Events.Length)}: {run}";
        }

        if (report.Consequence is { } end)
        {
            yield return $"Ends in {end.Ending.TrimEnd(',')}{(end.Ending.EndsWith(',') ? "," : "")} after {Events(end.Events.Length)}:";
            foreach (var line in Wrapped(end)) yield return line;
        }
    }

    private static IEnumerable<string> Wrapped(FoundRun run)
    {
        var line = "  ";
        foreach (var e in run.Events)
        {
            if (line.Length + e.Length > Width)
            {
                yield return line.TrimEnd();
                line = "  ";
            }

            line += e + " ";
        }

        yield return line.TrimEnd();
    }

    private static IEnumerable<string> Explored(CounterexampleReport report, bool full)
    {
        if (report.Explored.IsEmpty) yield break;
        if (full)
        {
            foreach (var instance in report.Explored) yield return $"explored {instance}";
            yield break;
        }

        var complete = report.Explored.All(e => e.IsComplete);
        var shown = report.Explored.Take(6).Select(e => $"{e.Instance}: {e.States:N0}{(e.IsComplete ? "" : " (incomplete)")}");
        var more = report.Explored.Length > 6 ? $"; and {report.Explored.Length - 6} more" : "";
        yield return $"Explored, with the number of states: {string.Join("; ", shown)}{more}{(complete ? "; all complete" : "")}.";
    }

    private static IEnumerable<string> Colliding(CounterexampleReport report)
    {
        if (report.Colliding.IsEmpty) yield break;
        yield return report.Colliding.Length == 1 ? "By itself it is impossible:" : "These exclude each other:";
        foreach (var statement in report.Colliding) yield return $"  {statement}";
    }

    private static string Events(int count) => count == 1 ? "1 event" : $"{count} events";
}
