namespace Igloo.Exploring.Liveness;

/// <summary>Strongly connected components, by Tarjan's algorithm without recursion.</summary>
internal sealed class Components(StateGraph graph)
{
    private readonly int[] order = new int[graph.States.Count];
    private readonly int[] low = new int[graph.States.Count];
    private readonly bool[] isOpen = new bool[graph.States.Count];
    private readonly Stack<int> open = new();
    private readonly Stack<(int State, int Step)> path = new();

    /// <summary>The components of the graph that the given states and the steps between them make up. A state without such steps is one.</summary>
    /// <param name="states">The states.</param>
    /// <param name="isInside">Whether a state is one of them.</param>
    public List<int[]> Of(IReadOnlyList<int> states, Func<int, bool> isInside)
    {
        foreach (var state in states) order[state] = 0;
        var found = new List<int[]>();
        var count = 0;
        foreach (var root in states)
        {
            if (order[root] == 0) Visit(root, isInside, ref count, found);
        }

        return found;
    }

    private void Visit(int root, Func<int, bool> isInside, ref int count, List<int[]> found)
    {
        Enter(root, ref count);
        while (path.TryPop(out var top))
        {
            var (state, step) = top;
            var (from, to) = graph.StepsOf(state);
            var isDeeper = false;
            for (step = Math.Max(step, from); step < to; step++)
            {
                var target = graph.Target(step);
                if (target == StateGraph.Outside || !isInside(target)) continue;
                if (order[target] == 0)
                {
                    // The step is looked at again on return, and then finds its target's low point.
                    path.Push((state, step));
                    Enter(target, ref count);
                    isDeeper = true;
                    break;
                }

                if (isOpen[target]) low[state] = Math.Min(low[state], low[target]);
            }

            if (!isDeeper && low[state] == order[state]) found.Add(Close(state));
        }
    }

    private void Enter(int state, ref int count)
    {
        order[state] = low[state] = ++count;
        isOpen[state] = true;
        open.Push(state);
        path.Push((state, -1));
    }

    private int[] Close(int root)
    {
        var members = new List<int>();
        int member;
        do
        {
            member = open.Pop();
            isOpen[member] = false;
            members.Add(member);
        }
        while (member != root);

        return [.. members];
    }
}
