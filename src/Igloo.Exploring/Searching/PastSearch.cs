using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Searching;

/// <summary>Visits the pairs of state and past, for properties that ask for the past.</summary>
internal sealed class PastSearch(Stepper stepper, PastSteps pasts, Findings findings, ExplorationOptions options)
    : SystemSearch<Configuration>(stepper, options)
{
    private readonly Stepper stepper = stepper;

    protected override IEnumerable<Configuration> Initial() => stepper.InitialStates().Select(s => new Configuration(s, pasts.Empty));

    protected override void Enter(int index, Configuration node) => findings.AtState(node.State, node.Past, () => RunTo(index));

    protected override void Step(int index, Configuration node, object e, object after)
    {
        var next = new Configuration(after, pasts.Add(node.Past, e));
        findings.AtStep(node.State, node.Past, e, after, () => RunTo(index, e, next));
        Reach(next, index, e);
    }

    protected override object StateOf(Configuration node) => node.State;
}
