using System.Collections.Immutable;
using Igloo.Exploring.Searching;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Refining;

/// <summary>
/// Checks that traces are included, whatever the relation: along each concrete run it follows every abstract state that the
/// mediated trace may lead to.
/// </summary>
internal sealed class InclusionSearch(Refinement refinement, Universe universe, ExplorationOptions options)
    : Search<(object Concrete, Set<object> Possible)>(options)
{
    private readonly Stepper concrete = new(refinement.ConcreteSystem, universe);
    private InclusionVerdict.TraceNotIncluded? failed;

    /// <inheritdoc/>
    public override IEnumerable<UnboundedParameter> Unbounded => concrete.Unbounded;

    /// <summary>The verdict after the search.</summary>
    public InclusionVerdict Verdict =>
        failed is not null ? failed
        : Completeness == Completeness.Complete ? new InclusionVerdict.Included()
        : Completeness == Completeness.CutByValues ? new InclusionVerdict.Undecided(Completeness) { Unbounded = [.. Unbounded] }
        : new InclusionVerdict.Undecided(Completeness);

    protected override IEnumerable<(object Concrete, Set<object> Possible)> Initial()
    {
        var possible = Set<object>.Of([.. Stepper.InitialStates(refinement.AbstractSystem, universe)]);
        return concrete.InitialStates().Select(c => (c, possible));
    }

    protected override void Expand(int index, (object Concrete, Set<object> Possible) node)
    {
        foreach (var e in concrete.Candidates(node.Concrete))
        {
            if (IsStopped) return;
            try
            {
                if (concrete.Next(node.Concrete, e) is { } after) Step(index, node.Possible, e, after);
            }
            catch (StepFault)
            {
                // The next state of the concrete system, of the abstract one or the mediated event could not be computed.
                Stop(Completeness.StoppedByFault);
            }
        }
    }

    protected override void Enter(int index, (object Concrete, Set<object> Possible) node)
    {
    }

    protected override object StateOf((object Concrete, Set<object> Possible) node) => node.Concrete;

    private Set<object> Follow(Set<object> possible, object e)
    {
        try
        {
            return refinement.MediateEvent(e) is { } mediated
                ? Set<object>.Of([.. possible.Select(a => refinement.AbstractSystem.NextState(a, mediated)).OfType<object>()])
                : possible;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new StepFault(fault, e);
        }
    }

    private void Step(int index, Set<object> possible, object e, object after)
    {
        var next = Follow(possible, e);
        if (next.IsEmpty)
        {
            var run = RunTo(index, e, (after, next));
            failed = new InclusionVerdict.TraceNotIncluded(run, [.. run.Events.Select(refinement.MediateEvent).OfType<object>()]);
            Stop(Completeness.StoppedAtFinding);
            return;
        }

        Reach((after, next), index, e);
    }
}
