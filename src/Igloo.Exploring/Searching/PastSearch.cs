using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Searching;

/// <summary>Visits the pairs of state and past, for properties that ask for the past.</summary>
internal sealed class PastSearch(Stepper stepper, PastSteps pasts, Findings findings, ExplorationOptions options)
    : SystemSearch<Configuration>(stepper, options)
{
    protected override IEnumerable<Configuration> Initial() => Stepper.InitialStates().Select(s => new Configuration(s, pasts.Empty));

    protected override void Enter(int index, Configuration node) => findings.AtState(node.State, node.Past, () => RunTo(index));

    protected override void Step(int index, Configuration node, object e, object after)
    {
        var next = After(node, e, after);
        findings.AtStep(node.State, node.Past, e, after, () => RunTo(index, e, next));
        Reach(next, index, e);
    }

    protected override Configuration After(Configuration node, object e, object after) => new(after, pasts.Add(node.Past, e));

    protected override object StateOf(Configuration node) => node.State;
}
