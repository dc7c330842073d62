using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Liveness;

/// <summary>Explores a system into a <see cref="StateGraph"/>, states in breadth-first order.</summary>
internal sealed class GraphSearch(Stepper stepper, ExplorationOptions options)
{
    private const int StatesPerLook = 256;

    private readonly Dictionary<object, int> indexes = [];
    private readonly List<object> states = [];
    private readonly Dictionary<object, int> eventIndexes = [];
    private readonly List<object> events = [];
    private readonly List<int> targets = [];
    private readonly List<int> labels = [];
    private readonly List<int> first = [0];
    private Completeness completeness = Completeness.Complete;

    public StateGraph Explore()
    {
        var initial = stepper.InitialStates().Select(IndexOf).Distinct().ToList();
        var hasAllInitial = initial.Remove(StateGraph.Outside) is false;
        var (depth, levelEnd) = (1, states.Count);
        for (var i = 0; i < states.Count && !IsStopped(i); i++)
        {
            if (i == levelEnd)
            {
                if (depth == options.MaxDepth)
                {
                    completeness = Completeness.CutByDepth;
                    break;
                }

                (depth, levelEnd) = (depth + 1, states.Count);
            }

            if (!Expand(i)) break;
            first.Add(targets.Count);
        }

        if (completeness == Completeness.Complete && stepper.Unbounded.Any()) completeness = Completeness.CutByValues;
        return new StateGraph(states, events, initial, [.. first], [.. targets], [.. labels], first.Count - 1, hasAllInitial, completeness);
    }

    private bool IsStopped(int expanded)
    {
        if (options.Cancellation.IsCancellationRequested) completeness = Completeness.Cancelled;
        if (expanded % StatesPerLook == 0 && options.MaxMemory is { } most && GC.GetTotalMemory(forceFullCollection: false) > most) completeness = Completeness.CutByMemory;
        return completeness is Completeness.Cancelled or Completeness.CutByMemory;
    }

    private bool Expand(int state)
    {
        var stepsBefore = targets.Count;
        try
        {
            foreach (var e in stepper.Candidates(states[state]))
            {
                if (stepper.Next(states[state], e) is not { } after || after.Equals(states[state])) continue;
                targets.Add(IndexOf(after));
                labels.Add(LabelOf(e));
            }

            return true;
        }
        catch (StepFault)
        {
            completeness = Completeness.StoppedByFault;
            targets.RemoveRange(stepsBefore, targets.Count - stepsBefore);
            labels.RemoveRange(stepsBefore, labels.Count - stepsBefore);
            return false;
        }
    }

    private int LabelOf(object e)
    {
        if (eventIndexes.TryGetValue(e, out var known)) return known;
        eventIndexes.Add(e, events.Count);
        events.Add(e);
        return events.Count - 1;
    }

    private int IndexOf(object state)
    {
        if (indexes.TryGetValue(state, out var known)) return known;
        if (states.Count >= options.MaxStates)
        {
            completeness = Completeness.CutByStates;
            return StateGraph.Outside;
        }

        indexes.Add(state, states.Count);
        states.Add(state);
        return states.Count - 1;
    }
}
