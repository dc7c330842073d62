using System.Collections;

namespace Igloo.Exploring.Liveness;

/// <summary>
/// The states in which a response may still be due, with a shortest way there: first through any states to one in which it falls due, then through
/// states without the response.
/// </summary>
internal sealed class WaitingStates
{
    private const int Unreached = -2;
    private const int Start = -1;

    private readonly StateGraph graph;
    private readonly Claim claim;
    private readonly int[][] parents;
    private readonly int[][] arrivals;
    private readonly int[][] distances;
    private readonly Queue<(int State, int Phase)> queue = new();
    private readonly List<int> waiting = [];

    public WaitingStates(StateGraph graph, Claim claim)
    {
        this.graph = graph;
        this.claim = claim;
        parents = [New(Unreached), New(Unreached)];
        arrivals = [New(Start), New(Start)];
        distances = [New(0), New(0)];
        foreach (var state in graph.Initial) Reach(state, claim.Premise is null ? 1 : 0, Start, Start, 0);
        while (queue.TryDequeue(out var next)) Expand(next.State, next.Phase);
    }

    /// <summary>The states, nearest first.</summary>
    public IReadOnlyList<int> All => waiting;

    /// <summary>Whether more such states may lie beyond what was explored.</summary>
    public bool MayBeMore { get; private set; }

    /// <summary>The length of a shortest way to a waiting state.</summary>
    public int DistanceOf(int state) => distances[1][state];

    /// <summary>The initial state and the steps of a shortest way to a waiting state.</summary>
    public (int Initial, IReadOnlyList<int> Steps) WayTo(int state)
    {
        var steps = new Stack<int>();
        var phase = 1;
        while (true)
        {
            var (parent, step) = (parents[phase][state], arrivals[phase][state]);
            if (step != Start) steps.Push(step);
            else if (parent == Start) return (state, [.. steps]);
            else phase = 0;
            if (step != Start) (state, phase) = (parent >> 1, parent & 1);
        }
    }

    private void Expand(int state, int phase)
    {
        if (!graph.IsExpanded(state)) MayBeMore = true;
        var (from, to) = graph.StepsOf(state);
        for (var step = from; step < to; step++)
        {
            var target = graph.Target(step);
            if (target == StateGraph.Outside) MayBeMore = true;
            else Reach(target, phase, (state << 1) | phase, step, distances[phase][state] + 1);
        }
    }

    private void Reach(int state, int phase, int parent, int step, int distance)
    {
        if (phase == 1 && claim.Conclusion[state]) return;
        if (parents[phase][state] != Unreached) return;
        (parents[phase][state], arrivals[phase][state]) = (parent, step);
        if (phase == 1) waiting.Add(state);
        distances[phase][state] = distance;
        queue.Enqueue((state, phase));

        // It falls due here: the way goes on without a step.
        if (phase == 0 && claim.Premise![state]) Reach(state, 1, state << 1, Start, distance);
    }

    private int[] New(int value)
    {
        var values = new int[graph.States.Count];
        Array.Fill(values, value);
        return values;
    }
}
