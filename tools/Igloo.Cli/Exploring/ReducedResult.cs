using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Models;
using Igloo.Viewing.Traces;

namespace Igloo.Cli.Exploring;

/// <summary>What the exploration of the reduced graph of an event system found.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Found">What was found.</param>
internal sealed record ReducedResult(Instance Instance, ReducedExploration Found) : InstanceResult(Instance)
{
    /// <inheritdoc/>
    public override bool IsRefuted => !Found.Violations.IsEmpty;

    /// <inheritdoc/>
    public override bool IsComplete => Found.IsComplete && Found.NotDecided.IsEmpty && !Liveness.Any() && Found.Goals.All(g => g.IsReached);

    /// <inheritdoc/>
    public override bool WasCancelled => Found.Completeness == Completeness.Cancelled;

    /// <inheritdoc/>
    public override FoundTrace? Trace => Found.Violations is [var violation, ..]
        ? new FoundTrace(TraceDocument.Of(Instance, violation.Run, $"{violation.Name} is violated"), true)
        : null;

    private IEnumerable<ModelProperty> Liveness => ModelProperty.LivenessOf(Instance.As<EventSystem>());

    /// <inheritdoc/>
    public override IEnumerable<string> Lines(Style style)
    {
        var parts = Found.ToString().Split("; ");
        yield return style.Heading(Found.Subject);
        yield return $"  Explored  {parts[0][(Found.Subject.Length + 2)..]}; {parts[1]}";
        yield return style.Faint($"            {Found.Elapsed.TotalSeconds:0.00} s, reference engine; counts are of the reduced graph, runs need not be shortest");
        foreach (var unbounded in Found.Unbounded) yield return $"  Guessed   {style.Open(unbounded.ToString())}";
        foreach (var goal in Found.Goals) yield return ExplorationReport.Goal(goal, Found.IsComplete, style);
        if (Found.Deadlock is { } deadlock && Found.Violations.All(v => v.Kind != PropertyKind.Terminal)) yield return ExplorationReport.Deadlock(deadlock, style);
        foreach (var property in Found.NotDecided.Concat(Liveness)) yield return $"  Open      {style.Open($"{property.Name} is not decided under this reduction")}";
        foreach (var line in Found.Violations.SelectMany(v => ExplorationReport.Lines(Instance, v, style))) yield return line;
        if (Found.Violations.IsEmpty) yield return ExplorationReport.Verdict(Instance, Found.IsComplete, Found.NotDecided, style);
    }
}
