using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Depth-first search for a linear extension, with memory of the positions and states from which there is none.</summary>
/// <param name="run">The logs and the model.</param>
internal sealed class LinearExtension<TSystemState, TSystemEvent>(ComposedRun<TSystemState, TSystemEvent> run)
    where TSystemState : class
    where TSystemEvent : class
{
    private const int MostEvents = 200;
    private readonly HashSet<Node> visited = new(Node.Places);
    private readonly int total = run.Logs.Sum(l => l.Length);
    private long steps;
    private Node? stuck;

    private sealed class Node(int[] positions, int done, TSystemState state, TSystemEvent? by, Node? before)
    {
        public static IEqualityComparer<Node> Places { get; } = EqualityComparer<Node>.Create(
            (a, b) => a!.Positions.AsSpan().SequenceEqual(b!.Positions) && a.State.Equals(b.State),
            n => HashCode.Combine(n.Done, n.Positions[0], n.State));

        public int[] Positions => positions;

        public int Done => done;

        public TSystemState State => state;

        public TSystemEvent? By => by;

        public Node? Before => before;

        public Node After(int log, TSystemState next, TSystemEvent? e)
        {
            var moved = (int[])positions.Clone();
            moved[log]++;
            return new(moved, done + 1, next, e, this);
        }
    }

    public RunVerdict<TSystemEvent> Search()
    {
        // An explicit stack: runs are longer than call stacks are deep. What is pushed last is tried first.
        var open = new Stack<Node>([new Node(new int[run.Logs.Length], 0, run.Initial, null, null)]);
        var next = new List<Node>();
        while (open.TryPop(out var node))
        {
            if (node.Done == total) return new RunVerdict<TSystemEvent>.Accepted(TraceTo(node));
            if (stuck is null || node.Done > stuck.Done) stuck = node;
            next.Clear();
            AddSuccessors(node, next);

            // A node that only goes forward is passed through again at most once for each node before it that has several ways.
            var goesForward = next.Count == 1 && next[0].Done > node.Done;
            if (!goesForward && !visited.Add(node)) continue;
            for (var i = next.Count - 1; i >= 0; i--) open.Push(next[i]);
            if (steps > run.Budget) return new RunVerdict<TSystemEvent>.Inconclusive(steps);
        }

        return Rejected();
    }

    private void AddSuccessors(Node node, List<Node> next)
    {
        foreach (var log in ByTime(node))
        {
            var head = run.Logs[log][node.Positions[log]];
            var before = next.Count;
            foreach (var e in head.Explanations)
            {
                steps++;
                if (run.Next(node.State, e) is { } state) next.Add(node.After(log, state, e));
            }

            if (next.Count > before && head.IsCertain && run.IsMonotone && run.Inserted is null)
            {
                // Whatever else is possible now stays so afterwards.
                next.RemoveRange(0, before);
                return;
            }

            if (!head.IsCertain) next.Add(node.After(log, node.State, null));
        }

        foreach (var e in run.Inserted?.Invoke(node.State) ?? [])
        {
            steps++;
            if (run.Next(node.State, e) is { } state) next.Add(new(node.Positions, node.Done, state, e, node));
        }
    }

    private int[] ByTime(Node node)
    {
        var heads = new List<int>(run.Logs.Length);
        for (var i = 0; i < run.Logs.Length; i++)
        {
            if (node.Positions[i] < run.Logs[i].Length) heads.Add(i);
        }

        heads.Sort((a, b) => run.Logs[a][node.Positions[a]].At.CompareTo(run.Logs[b][node.Positions[b]].At) is not 0 and var order ? order : a.CompareTo(b));
        return [.. heads];
    }

    private RunVerdict<TSystemEvent>.Rejected Rejected()
    {
        ImmutableArray<ComposedStep<TSystemState, TSystemEvent>> heads = [.. stuck!.Positions.Select((p, i) => (p, i)).Where(h => h.p < run.Logs[h.i].Length).Select(h => run.Logs[h.i][h.p])];
        TSystemEvent[] events = [.. run.Logs.SelectMany(l => l).SelectMany(s => s.Explanations).Distinct().Take(MostEvents)];
        var shortest = new ShortestTrace<TSystemState, TSystemEvent>(run.Next, events);
        ImmutableArray<LogMismatch> mismatches = [.. heads.Select(h => h.Why(stuck.State) with
        {
            ShortestTrace = [.. shortest.To(run.Initial, h.Explanations).Select(e => e.ToString()!)],
        })];
        return new(
            [.. heads.Select(h => h.Text())],
            $"environment assumption not met, or log incomplete; after {stuck.Done} of {total} events: {string.Join("; ", mismatches.Select(m => $"{m.Event}: {m.Because}"))}")
        {
            Mismatches = mismatches,
        };
    }

    private static ImmutableArray<TSystemEvent> TraceTo(Node node)
    {
        var trace = ImmutableArray.CreateBuilder<TSystemEvent>();
        for (var at = node; at is not null; at = at.Before)
        {
            if (at.By is not null) trace.Add(at.By);
        }

        trace.Reverse();
        return trace.ToImmutable();
    }
}
