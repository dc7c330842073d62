using Igloo.Cli.Terminals;
using Igloo.Exploring;
using Igloo.Viewing.Traces;
using Igloo.Models;

namespace Igloo.Cli.Exploring;

/// <summary>What the exploration of a refinement or equality found.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Verdict">Whether the relation is a simulation.</param>
/// <param name="Inclusion">Whether the traces are included whatever the relation; null where that was not asked.</param>
internal sealed record RefinementResult(Instance Instance, RefinementVerdict Verdict, InclusionVerdict? Inclusion) : InstanceResult(Instance)
{
    /// <inheritdoc/>
    public override bool IsRefuted => Verdict is RefinementVerdict.SimulationFailed;

    /// <inheritdoc/>
    public override bool IsComplete => Verdict is RefinementVerdict.Holds;

    /// <inheritdoc/>
    public override bool WasCancelled => Verdict is RefinementVerdict.Undecided { Completeness: Completeness.Cancelled };

    /// <inheritdoc/>
    public override FoundTrace? Trace =>
        Verdict is RefinementVerdict.SimulationFailed failed ? new FoundTrace(TraceDocument.Of(Instance.Concrete, failed.Run, "the relation is no simulation"), true) : null;

    /// <summary>Explores an instance; where the relation is refuted, asks whether the traces are included all the same.</summary>
    public static RefinementResult Of(Instance instance, ExplorationOptions options)
    {
        // Pairs of states are always kept whole, which claims no less than was asked for.
        options = options with { Storage = StateStorage.FullStates };
        var verdict = RefinementCheck.Explore(instance, options);
        var inclusion = verdict is RefinementVerdict.SimulationFailed && instance.Model is Refinement refinement
            ? RefinementCheck.Inclusion(refinement, instance.Universe, options)
            : null;
        return new RefinementResult(instance, verdict, inclusion);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Lines(Style style)
    {
        yield return style.Heading(Instance.Subject);
        var lines = Verdict.ToString()!.Split('\n');
        yield return "  " + (IsRefuted ? style.Bad(lines[0]) : IsComplete ? style.Good(lines[0]) : style.Open(lines[0]));
        foreach (var line in lines.Skip(1)) yield return line;
        foreach (var line in Inclusion?.ToString()?.Split('\n') ?? []) yield return $"  {line}";
    }
}
