using System.Collections.Immutable;
using Igloo.Components;
using Igloo.IoSpecs;

namespace Igloo.Monitoring.Runs;

/// <summary>Depth-first search for a linear extension, with memory of the positions and states from which there is none.</summary>
internal sealed class LinearExtension<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
    Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> system,
    ImmutableArray<ImmutableArray<RecordedEvent<TIndex, TEvent>>> logs,
    Func<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State, IEnumerable<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>>? inserted,
    bool isMonotone,
    int budget)
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    private readonly Dictionary<(TIndex, TEvent), ImmutableArray<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>> explanations = [];
    private readonly HashSet<(string, Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State)> visited = [];
    private int steps;
    private int furthest = -1;
    private Node? stuck;

    private sealed record Node(
        ImmutableArray<int> Positions,
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.State State,
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event? By,
        Node? Before);

    public RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event> Search()
    {
        // An explicit stack: runs are longer than call stacks are deep. What is pushed last is tried first.
        var open = new Stack<Node>([new Node([.. logs.Select(_ => 0)], system.Initial, null, null)]);
        while (open.TryPop(out var node))
        {
            if (node.Positions.Zip(logs).All(p => p.First == p.Second.Length)) return new RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>.Accepted(TraceTo(node));
            if (!visited.Add((string.Join(',', node.Positions), node.State))) continue;
            if (node.Positions.Sum() > furthest) (furthest, stuck) = (node.Positions.Sum(), node);
            var next = Successors(node).ToList();
            for (var i = next.Count - 1; i >= 0; i--) open.Push(next[i]);
            if (steps > budget) return new RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>.Inconclusive(steps);
        }

        return Rejected();
    }

    private IEnumerable<Node> Successors(Node node)
    {
        var heads = Enumerable.Range(0, logs.Length)
            .Where(i => node.Positions[i] < logs[i].Length)
            .Select(i => (Log: i, Head: logs[i][node.Positions[i]]))
            .OrderBy(h => h.Head.At)
            .ToArray();
        foreach (var (log, head) in heads)
        {
            var positions = node.Positions.SetItem(log, node.Positions[log] + 1);
            var isTaken = false;
            foreach (var e in Explanations(head))
            {
                steps++;
                if (system.Next(node.State, e) is not { } state) continue;
                isTaken = true;
                yield return new(positions, state, e, node);
            }

            if (isTaken && head.IsCertain && isMonotone && inserted is null) yield break;
            if (!head.IsCertain) yield return new(positions, node.State, null, node);
        }

        foreach (var e in inserted?.Invoke(node.State) ?? [])
        {
            steps++;
            if (system.Next(node.State, e) is { } state) yield return new(node.Positions, state, e, node);
        }
    }

    // The events of the composed system that this event of a component may be part of. The environment's parameters come from the
    // component's own: its index, and the values of the event.
    private ImmutableArray<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event> Explanations(RecordedEvent<TIndex, TEvent> recorded)
    {
        if (explanations.TryGetValue((recorded.Component, recorded.Event), out var known)) return known;
        if (Component<TState, TEvent>.IsInternal(recorded.Event))
        {
            known = [new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Internal(recorded.Component, recorded.Event)];
        }
        else
        {
            var candidates = CandidateValues.From(system.Component(recorded.Component)).Add(recorded.Component).Add(recorded.Event);
            var step = new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Step(recorded.Component, recorded.Event);
            known = [.. EventCases.Of(typeof(TEnvironmentEvent))
                .SelectMany(c => EnabledEvents.Instances(c, candidates))
                .Cast<TEnvironmentEvent>()
                .Where(e => step.Equals(system.Partner(e)))
                .Select(e => new Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Environment(e))];
        }

        return explanations[(recorded.Component, recorded.Event)] = known;
    }

    private RunVerdict<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>.Rejected Rejected()
    {
        ImmutableArray<RecordedEvent<TIndex, TEvent>> heads = [.. stuck!.Positions.Select((p, i) => (p, i)).Where(h => h.p < logs[h.i].Length).Select(h => logs[h.i][h.p])];
        var reasons = heads.Select(h => Explanations(h).IsEmpty
            ? $"{h}: no event of the environment has it as its partner"
            : LocalStep(h) is null ? $"{h}: the component's model does not enable it" : $"{h}: the environment does not enable it");
        return new(
            [.. heads.Select(h => h.ToString())],
            $"environment assumption not met, or log incomplete; after {furthest} of {logs.Sum(l => l.Length)} events, in {stuck.State.Environment}: {string.Join("; ", reasons)}");
    }

    private TState? LocalStep(RecordedEvent<TIndex, TEvent> recorded) =>
        system.Component(recorded.Component).Step(stuck!.State.Components[recorded.Component], recorded.Event);

    private static ImmutableArray<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event> TraceTo(Node node)
    {
        var trace = new List<Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event>();
        for (var at = node; at is not null; at = at.Before)
        {
            if (at.By is not null) trace.Add(at.By);
        }

        trace.Reverse();
        return [.. trace];
    }
}
