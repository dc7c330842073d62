using Igloo.Exploring.Enumerating;

namespace Igloo.Exploring.Searching;

/// <summary>Visits the states of a system.</summary>
internal sealed class StateSearch(Stepper stepper, Findings findings, ExplorationOptions options)
    : SystemSearch<object>(stepper, options)
{
    private readonly Stepper stepper = stepper;
    private readonly Dictionary<EventKind, long> occurrences = [];
    private readonly Dictionary<object, EventKind> kinds = new(ReferenceEqualityComparer.Instance);

    /// <summary>In how many pairs of state and event an event of the kind was enabled.</summary>
    public long Occurrences(EventKind kind) => occurrences.GetValueOrDefault(kind);

    protected override IEnumerable<object> Initial() => stepper.InitialStates();

    protected override void Enter(int index, object node) => findings.AtState(node, null, () => RunTo(index));

    protected override void Step(int index, object node, object e, object after)
    {
        var kind = kinds.TryGetValue(e, out var known) ? known : kinds[e] = EventKind.Of(e);
        occurrences[kind] = Occurrences(kind) + 1;
        findings.AtStep(node, null, e, after, () => RunTo(index, e, after));
        Reach(after, index, e);
    }

    protected override object StateOf(object node) => node;
}
