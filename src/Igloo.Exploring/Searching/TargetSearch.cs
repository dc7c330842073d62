using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Searching;

/// <summary>Looks for a shortest run to a state, with its past where that is asked for.</summary>
internal sealed class TargetSearch(Stepper stepper, PastSteps? pasts, Func<object, object?, bool> isTarget, ExplorationOptions options)
    : SystemSearch<(object State, object? Past)>(stepper, options)
{
    /// <summary>The run, if one was found.</summary>
    public Run? Found { get; private set; }

    protected override IEnumerable<(object State, object? Past)> Initial() => Stepper.InitialStates().Select(s => (s, pasts?.Empty));

    protected override void Enter(int index, (object State, object? Past) node)
    {
        if (!isTarget(node.State, node.Past)) return;
        Found = RunTo(index);
        Stop(Completeness.StoppedAtFinding);
    }

    protected override void Step(int index, (object State, object? Past) node, object e, object after) =>
        Reach(After(node, e, after), index, e);

    protected override (object State, object? Past) After((object State, object? Past) node, object e, object after) =>
        (after, node.Past is null ? null : pasts!.Add(node.Past, e));

    protected override object StateOf((object State, object? Past) node) => node.State;
}
