using Igloo.Exploring.Properties;
using Igloo.Exploring.Reducing.PartialOrder;
using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Reducing;

/// <summary>Breadth-first search that follows some of the enabled events and takes some states for one.</summary>
/// <param name="stepper">The system.</param>
/// <param name="events">All events.</param>
/// <param name="key">What is the same for states that are taken for one.</param>
/// <param name="chooser">Which enabled events to follow; null: all.</param>
/// <param name="findings">The properties.</param>
/// <param name="terminal">The predicates of states in which a run may end.</param>
/// <param name="options">Limits.</param>
internal sealed class ReducedSearch(
    Stepper stepper,
    IReadOnlyList<object> events,
    Func<object, object> key,
    StubbornSets? chooser,
    Findings findings,
    IReadOnlyList<PropertyCheck> terminal,
    ExplorationOptions options)
{
    private readonly Dictionary<object, int> indexes = [];
    private readonly List<(object State, int Parent, object? Event, int Level)> visited = [];
    private bool isStopped;

    public int Visited => visited.Count;

    public long Generated { get; private set; }

    public long Postponed { get; private set; }

    public int Depth => visited.Count == 0 ? 0 : visited[^1].Level;

    public Completeness Completeness { get; private set; } = Completeness.Complete;

    public Violation? Fault { get; private set; }

    public Run? Deadlock { get; private set; }

    public void Explore()
    {
        foreach (var state in stepper.InitialStates())
        {
            if (!isStopped) Reach(state, -1, null, 1);
        }

        for (var i = 0; i < visited.Count && !isStopped; i++)
        {
            if (options.Cancellation.IsCancellationRequested) Stop(Completeness.Cancelled);
            else Expand(i);
        }
    }

    private void Expand(int index)
    {
        var (state, _, _, level) = visited[index];
        var after = new object?[events.Count];
        for (var e = 0; e < after.Length; e++)
        {
            try
            {
                after[e] = stepper.Next(state, events[e]);
            }
            catch (StepFault fault)
            {
                Fault = new Violation(PropertyKind.Defined, null, [], RunTo(index), fault.Fault, fault.Event);
                Stop(Completeness.StoppedByFault);
                return;
            }
        }

        var enabled = after.Count(a => a is not null);
        if (enabled == 0) LookAtEnd(index, state);
        IEnumerable<int> followed = chooser is null
            ? Enumerable.Range(0, after.Length).Where(e => after[e] is not null)
            : chooser.Choose(state, after, s => indexes.TryGetValue(key(s), out var known) && known <= index);
        foreach (var e in followed)
        {
            enabled--;
            if (isStopped) return;
            findings.AtStep(state, null, events[e], after[e]!, () => RunTo(index, events[e], after[e]));
            Reach(after[e]!, index, events[e], level + 1);
        }

        Postponed += enabled;
    }

    private void LookAtEnd(int index, object state)
    {
        if (Deadlock is not null || options.Deadlocks == DeadlockPolicy.Ignore || terminal.Any(check => check.Find(false, state) is null)) return;
        Deadlock = RunTo(index);
    }

    private void Reach(object state, int parent, object? e, int level)
    {
        Generated++;
        var same = key(state);
        if (indexes.ContainsKey(same)) return;
        if (visited.Count >= options.MaxStates)
        {
            Stop(Completeness.CutByStates);
            return;
        }

        if (level > options.MaxDepth)
        {
            Completeness = Completeness.CutByDepth;
            return;
        }

        indexes.Add(same, visited.Count);
        visited.Add((state, parent, e, level));
        var index = visited.Count - 1;
        findings.AtState(state, null, () => RunTo(index));
    }

    private void Stop(Completeness reason)
    {
        Completeness = reason;
        isStopped = true;
    }

    private Run RunTo(int index, object? lastEvent = null, object? last = null)
    {
        var steps = new Stack<RunStep>();
        if (lastEvent is not null && last is not null) steps.Push(new RunStep(lastEvent, last));
        for (; visited[index].Parent >= 0; index = visited[index].Parent) steps.Push(new RunStep(visited[index].Event!, visited[index].State));
        return new Run(visited[index].State, [.. steps]);
    }
}
