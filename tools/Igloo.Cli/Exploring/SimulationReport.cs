using Igloo.Cli.Terminals;
using Igloo.Cli.Tracing;
using Igloo.Exploring;
using Igloo.Exploring.Simulating;
using Igloo.Viewing.Traces;

namespace Igloo.Cli.Exploring;

/// <summary>What random walks found, for people.</summary>
internal static class SimulationReport
{
    /// <summary>The lines about a model.</summary>
    public static IEnumerable<string> Lines(Type model, Simulation found, int seed, Style style)
    {
        yield return style.Heading(model.Name);
        yield return $"  Walked    {found.Walks:N0} {(found.Walks == 1 ? "walk" : "walks")}, {found.Steps:N0} events, {found.Instances.Length} {(found.Instances.Length == 1 ? "instance" : "instances")}, seed {seed}{(found.IsCancelled ? style.Open(", CANCELLED") : "")}";
        if (found.Failure is { } failure)
        {
            yield return $"  {style.Bad("FAILED")}    on {found.FailedInstance!.Description}: {failure.Violation?.Name ?? "the relation"}, shrunk from {found.OriginalLength} to {failure.Run.Length} events";
            foreach (var line in Failure(found, failure)) yield return line;
        }
        else
        {
            yield return style.Open("  No failure, which is no proof: 'explore' visits everything of an instance, 'verify' proves every size.");
        }

        var coverage = found.Coverage;
        yield return $"  Covered   {coverage.Events.Count(e => e.Count > 0)} of {coverage.Events.Length} events, {coverage.Conditions.Count(c => c.IsCovered)} of {coverage.Conditions.Length} conditions both ways";
        foreach (var e in coverage.NeverOccurred) yield return style.Open($"            {e.Name} NEVER OCCURRED");
        foreach (var condition in coverage.Uncovered) yield return style.Open($"            {condition}");
    }

    /// <summary>The failing walk as a file has it; null where none failed.</summary>
    public static FoundTrace? TraceOf(Simulation found) => found.Failure is { } failure
        ? new FoundTrace(TraceDocument.Of(found.FailedInstance!.Concrete, failure.Run, failure.Violation is { } violation ? $"{violation.Name} is violated" : "the relation is no simulation"), true)
        : null;

    private static IEnumerable<string> Failure(Simulation found, Walk failure)
    {
        if (failure.Violation is not { } violation) return failure.SimulationFailed!.ToString().Split('\n');
        var lines = TraceListing.Lines(TraceOf(found)!.Document, isFull: false);
        if (!violation.Arguments.IsEmpty) lines = lines.Prepend($"            with {string.Join(", ", violation.Arguments)}");
        if (violation.Fault is { } fault) lines = lines.Append($"            then {ModelText.Event(violation.FaultyEvent)} fails: {fault.GetType().Name}: {fault.Message}");
        return violation.Property is { Source: { } source } property ? lines.Append($"     at {property.FullName} in {source.File}:line {source.Line}") : lines;
    }
}
