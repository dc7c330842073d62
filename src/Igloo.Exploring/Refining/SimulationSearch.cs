using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Refining;

/// <summary>Checks the requirements of a simulation (Igloo paper, section 2.1.2) along every run of the concrete system.</summary>
internal sealed class SimulationSearch(Refinement refinement, Universe universe, ExplorationOptions options, Func<Pair, bool>? isTarget = null)
    : PairSearch(options, isTarget)
{
    private readonly Stepper concrete = new(refinement.ConcreteSystem, universe);

    protected override IEnumerable<Pair> Initial()
    {
        var initial = Stepper.InitialStates(refinement.AbstractSystem, universe).ToHashSet();
        foreach (var c in concrete.InitialStates().Distinct())
        {
            var a = refinement.AbstractInitialState(c);
            if (!initial.Contains(a)) Fail(RefinementFailure.WitnessNotInitial, new Run(c, []), after: a);
            if (!refinement.AreRelated(c, a)) Fail(RefinementFailure.InitialUnrelated, new Run(c, []), after: a);
            yield return new Pair(c, a);
        }
    }

    protected override void Expand(int index, Pair node)
    {
        foreach (var e in concrete.Events)
        {
            if (IsStopped) return;
            try
            {
                if (concrete.Next(node.Concrete, e) is { } after) Step(index, node, e, after);
            }
            catch (StepFault fault)
            {
                Fail(RefinementFailure.Fault, RunTo(index), node.Abstract, fault.Event, null, fault.Fault);
            }
        }
    }

    private void Step(int index, Pair node, object e, object after)
    {
        var mediated = refinement.MediateEvent(e);
        var abstractAfter = mediated is null ? node.Abstract : refinement.AbstractSystem.NextState(node.Abstract, mediated);
        if (abstractAfter is null)
        {
            Fail(RefinementFailure.NotEnabled, RunTo(index, e, new Pair(after, node.Abstract)), node.Abstract, mediated);
            return;
        }

        var next = new Pair(after, abstractAfter);
        if (!refinement.AreRelated(after, abstractAfter))
        {
            Fail(RefinementFailure.Unrelated, RunTo(index, e, next), node.Abstract, mediated, abstractAfter);
        }

        Reach(next, index, e);
    }
}
