namespace Igloo.Exploring.Searching;

/// <summary>Visits the states of a system.</summary>
internal sealed class StateSearch(Stepper stepper, Findings findings, ExplorationOptions options)
    : SystemSearch<object>(stepper, options)
{
    private readonly Stepper stepper = stepper;
    private readonly Dictionary<Type, long> occurrences = [];

    /// <summary>In how many visited states an event of the case was enabled.</summary>
    public long Occurrences(Type @case) => occurrences.GetValueOrDefault(@case);

    protected override IEnumerable<object> Initial() => stepper.InitialStates();

    protected override void Enter(int index, object node) => findings.AtState(node, null, () => RunTo(index));

    protected override void Step(int index, object node, object e, object after)
    {
        occurrences[e.GetType()] = occurrences.GetValueOrDefault(e.GetType()) + 1;
        findings.AtStep(node, null, e, after, () => RunTo(index, e, after));
        Reach(after, index, e);
    }

    protected override object StateOf(object node) => node;
}
