using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Refining;

/// <summary>
/// Checks that two systems simulate each other through mediators that are inverse to each other and hide nothing.
/// </summary>
internal sealed class EqualitySearch(Equality equality, Universe universe, ExplorationOptions options, Func<Pair, bool>? isTarget = null)
    : PairSearch(options, isTarget)
{
    private readonly Renaming renaming = Renaming.Of(equality);
    private readonly Stepper left = new(equality.LeftSystem, universe);
    private readonly Stepper right = new(equality.RightSystem, universe);

    protected override IEnumerable<Pair> Initial()
    {
        var lefts = left.InitialStates().Distinct().ToArray();
        var rights = right.InitialStates().Distinct().ToArray();
        var related = lefts.SelectMany(l => rights.Where(r => renaming.AreRelated(l, r)).Select(r => new Pair(l, r))).ToArray();
        var alone = lefts.Except(related.Select(p => p.Concrete)).Concat(rights.Except(related.Select(p => p.Abstract))).FirstOrDefault();
        if (alone is not null) Fail(RefinementFailure.InitialUnrelated, new Run(alone, []));
        return related;
    }

    protected override void Expand(int index, Pair node)
    {
        Expand(left, node.Concrete, (e, after) => Step(index, node, e, after, renaming.Forth, renaming.Back, right, node.Abstract, (own, other) => new Pair(own, other)));
        Expand(right, node.Abstract, (e, after) => Step(index, node, e, after, renaming.Back, renaming.Forth, left, node.Concrete, (own, other) => new Pair(other, own)));

        void Expand(Stepper system, object state, Action<object, object> step)
        {
            foreach (var e in system.Events)
            {
                if (IsStopped) return;
                try
                {
                    if (system.Next(state, e) is { } after) step(e, after);
                }
                catch (StepFault fault)
                {
                    Fail(RefinementFailure.Fault, RunTo(index), node.Abstract, fault.Event, null, fault.Fault);
                }
            }
        }
    }

    private void Step(
        int index,
        Pair node,
        object e,
        object after,
        Func<object, object?> there,
        Func<object, object?> backAgain,
        Stepper other,
        object otherBefore,
        Func<object, object, Pair> paired)
    {
        var renamed = there(e);
        if (renamed is null)
        {
            Fail(RefinementFailure.Hidden, Shown(otherBefore), otherBefore);
            return;
        }

        if (!e.Equals(backAgain(renamed)))
        {
            Fail(RefinementFailure.NotInverse, Shown(otherBefore), otherBefore, renamed);
            return;
        }

        if (other.Next(otherBefore, renamed) is not { } otherAfter)
        {
            Fail(RefinementFailure.NotEnabled, Shown(otherBefore), otherBefore, renamed);
            return;
        }

        var next = paired(after, otherAfter);
        if (!renaming.AreRelated(next.Concrete, next.Abstract))
        {
            Fail(RefinementFailure.Unrelated, Shown(otherAfter), otherBefore, renamed, otherAfter);
        }

        Reach(next, index, e);

        // The last state shown belongs to the system that moved.
        Run Shown(object otherState)
        {
            var run = RunTo(index, e, paired(after, otherState));
            return run with { Steps = run.Steps.SetItem(run.Steps.Length - 1, new RunStep(e, after)) };
        }
    }
}
