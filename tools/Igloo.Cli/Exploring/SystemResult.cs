using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Models;
using Igloo.Viewing.Traces;

namespace Igloo.Cli.Exploring;

/// <summary>What the exploration of an event system found.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Found">What was found.</param>
/// <param name="Liveness">The verdicts on liveness properties; null where the system declares none.</param>
internal sealed record SystemResult(Instance Instance, Exploration Found, LivenessReport? Liveness) : InstanceResult(Instance)
{
    /// <inheritdoc/>
    public override bool IsRefuted => !Found.Violations.IsEmpty || Liveness?.Results.Any(r => r.Verdict is LivenessVerdict.Refuted) == true;

    /// <inheritdoc/>
    public override bool IsComplete => Found.IsComplete && Liveness?.Holds != false;

    /// <inheritdoc/>
    public override bool WasCancelled => Found.Completeness == Completeness.Cancelled;

    /// <inheritdoc/>
    public override FoundTrace? Trace
    {
        get
        {
            if (Found.Violations is [var violation, ..])
            {
                return new FoundTrace(TraceDocument.Of(Instance, violation.Run, $"{violation.Name} {(violation.Fault is null ? "is violated" : "fails")}"), true);
            }

            return Found.Goals.FirstOrDefault(g => g.IsReached) is { Witness: { } witness } goal
                ? new FoundTrace(TraceDocument.Of(Instance, witness, $"{goal.Property.Name} is reached"), false)
                : null;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Lines(Style style) => ExplorationReport.Lines(Instance, Found, style).Concat(LivenessLines(style));

    /// <summary>Explores an instance and decides its liveness properties.</summary>
    public static SystemResult Of(Instance instance, ExplorationOptions options)
    {
        var found = Explorer.Explore(instance, options);
        var limits = new ExplorationOptions { MaxStates = options.MaxStates, MaxDepth = options.MaxDepth, MaxMemory = options.MaxMemory, Cancellation = options.Cancellation };
        return new SystemResult(instance, found, ModelProperty.LivenessOf(instance.As<EventSystem>()).Any() ? LivenessCheck.Explore(instance, limits) : null);
    }

    private IEnumerable<string> LivenessLines(Style style)
    {
        foreach (var result in Liveness?.Results ?? [])
        {
            var lines = result.ToString().Split('\n');
            yield return "  " + (result.Verdict switch
            {
                LivenessVerdict.Holds => style.Good(lines[0]),
                LivenessVerdict.Refuted => style.Bad(lines[0]),
                _ => style.Open(lines[0]),
            });
            foreach (var line in lines.Skip(1)) yield return line;
        }
    }
}
