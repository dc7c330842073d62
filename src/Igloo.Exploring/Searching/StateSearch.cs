using System.Collections.Immutable;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Properties;

namespace Igloo.Exploring.Searching;

/// <summary>Visits the states of a system.</summary>
internal sealed class StateSearch : SystemSearch<object>
{
    private readonly Findings findings;
    private readonly ImmutableArray<PropertyCheck> terminal;
    private readonly bool seeksDeadlocks;
    private readonly ImmutableArray<EventKind> kinds;
    private readonly Dictionary<EventKind, int> places;
    private long[] occurrences;

    /// <param name="stepper">The system.</param>
    /// <param name="findings">The properties to check.</param>
    /// <param name="terminal">The predicates of states in which a run may end.</param>
    /// <param name="options">How far to go.</param>
    public StateSearch(Stepper stepper, Findings findings, ImmutableArray<PropertyCheck> terminal, ExplorationOptions options)
        : base(stepper, options)
    {
        this.findings = findings;
        this.terminal = terminal;
        seeksDeadlocks = options.Deadlocks != DeadlockPolicy.Ignore;
        kinds = [.. EventKind.All(stepper.System.EventType)];
        places = kinds.Select((kind, i) => (kind, i)).ToDictionary(p => p.kind, p => p.i);
        occurrences = new long[kinds.Length];
    }

    /// <summary>A run to a state without enabled events that is not terminal; the first found.</summary>
    public Run? Deadlock { get; private set; }

    /// <summary>For each kind of event in how many pairs of state and event it was enabled.</summary>
    public ImmutableArray<EventCount> Events => [.. kinds.Select((kind, i) => new EventCount(kind.Name, occurrences[i]))];

    /// <summary>Goes on where another search was cut.</summary>
    /// <param name="resumed">What it had visited.</param>
    /// <param name="deadlock">The deadlock that it had found.</param>
    public void Resume(ResumedSearch<object> resumed, Run? deadlock)
    {
        Deadlock = deadlock;
        occurrences = [.. resumed.Point.Tally];
        Explore(resumed);
    }

    protected override IEnumerable<object> Initial() => Stepper.InitialStates();

    protected override void Enter(int index, object node) => findings.AtState(node, null, () => RunTo(index));

    protected override void Step(int index, object node, object e, object after)
    {
        if (places.TryGetValue(EventKind.Of(e), out var place)) occurrences[place]++;
        findings.AtStep(node, null, e, after, () => RunTo(index, e, after));
        Reach(after, index, e);
    }

    protected override void End(int index, object node)
    {
        if (!seeksDeadlocks || Deadlock is not null) return;
        foreach (var check in terminal)
        {
            try
            {
                if (check.Find(false, node) is null) return;
            }
            catch (PropertyFault fault)
            {
                Fail(new Violation(PropertyKind.Defined, check.Property, fault.Arguments, RunTo(index), fault.Fault));
                return;
            }
        }

        Deadlock = RunTo(index);
    }

    protected override ImmutableArray<long> Tally() => [.. occurrences];

    protected override object After(object node, object e, object after) => after;

    protected override object StateOf(object node) => node;
}
