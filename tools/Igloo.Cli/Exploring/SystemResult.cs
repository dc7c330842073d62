using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Viewing.Traces;

namespace Igloo.Cli.Exploring;

/// <summary>What the exploration of an event system found.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Found">What was found.</param>
internal sealed record SystemResult(Instance Instance, Exploration Found) : InstanceResult(Instance)
{
    /// <inheritdoc/>
    public override bool IsRefuted => !Found.Violations.IsEmpty;

    /// <inheritdoc/>
    public override bool IsComplete => Found.IsComplete;

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
    public override IEnumerable<string> Lines(Style style) => ExplorationReport.Lines(Instance, Found, style);
}
