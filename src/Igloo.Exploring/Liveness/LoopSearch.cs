namespace Igloo.Exploring.Liveness;

/// <summary>Finds a short loop through a state of a fair component that serves every fairness assumption by itself.</summary>
internal sealed class LoopSearch(FairGraph fair, IReadOnlyCollection<int> component)
{
    private readonly StateGraph graph = fair.Graph;
    private readonly HashSet<int> inside = [.. component];

    /// <summary>The steps of the loop; none where stuttering in the state is fair.</summary>
    public IReadOnlyList<int> From(int start)
    {
        var steps = new List<int>();
        var visited = new List<int> { start };
        while (Unserved(visited, steps) is { Count: > 0 } unserved)
        {
            // A strong assumption is served by its step, a weak one also where it is not enabled.
            Walk(visited, steps, (step, state) => unserved.Exists(a => fair.ServedBy(step).Contains(a) || (!fair.IsStrong(a) && !fair.IsEnabled(a, state))));
        }

        if (visited[^1] != start) Walk(visited, steps, (_, state) => state == start);
        return steps;
    }

    /// <summary>The assumptions that the loop so far does not satisfy.</summary>
    private List<int> Unserved(List<int> visited, List<int> steps) =>
    [
        .. Enumerable.Range(0, fair.Assumptions).Where(a =>
            !steps.Exists(step => fair.ServedBy(step).Contains(a))
            && (fair.IsStrong(a) ? visited.Exists(s => fair.IsEnabled(a, s)) : visited.TrueForAll(s => fair.IsEnabled(a, s)))),
    ];

    /// <summary>Goes on, by the fewest steps, to a step and state that are wanted.</summary>
    private void Walk(List<int> visited, List<int> steps, Func<int, int, bool> isWanted)
    {
        var start = visited[^1];
        var arrivals = new Dictionary<int, (int From, int Step)>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var state))
        {
            var (from, to) = graph.StepsOf(state);
            for (var step = from; step < to; step++)
            {
                var target = graph.Target(step);
                if (!inside.Contains(target)) continue;
                if (isWanted(step, target))
                {
                    Append(visited, steps, arrivals, start, state, step);
                    return;
                }

                if (target != start && arrivals.TryAdd(target, (state, step))) queue.Enqueue(target);
            }
        }

        throw new InvalidOperationException("A fair component has a way to all of its states and steps.");
    }

    private void Append(List<int> visited, List<int> steps, Dictionary<int, (int From, int Step)> arrivals, int start, int state, int last)
    {
        var way = new Stack<int>([last]);
        while (state != start)
        {
            var (from, step) = arrivals[state];
            way.Push(step);
            state = from;
        }

        foreach (var step in way)
        {
            steps.Add(step);
            visited.Add(graph.Target(step));
        }
    }
}
