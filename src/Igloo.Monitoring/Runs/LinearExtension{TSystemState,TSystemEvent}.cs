using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Depth-first search for a linear extension, with memory of the positions and states from which there is none.</summary>
/// <param name="run">The logs and the model.</param>
/// <param name="isByTime">Whether time stamps say which log is tried first; else the one of which the smallest part is done.</param>
internal sealed class LinearExtension<TSystemState, TSystemEvent>(ComposedRun<TSystemState, TSystemEvent> run, bool isByTime)
    where TSystemState : class
    where TSystemEvent : class
{
    private readonly ImmutableArray<ImmutableArray<ComposedStep<TSystemState, TSystemEvent>>> logs = [.. run.Logs.Select(l => l.Steps)];
    private readonly ImmutableArray<(int Log, EarlierStep<TSystemState> Step)> earlier = [.. run.Logs.SelectMany((l, i) => l.Earlier.Select(e => (i, e)))];
    private readonly Func<TSystemState, IEnumerable<TSystemEvent>>? inserted = run.Inserted ?? run.Alone;
    private readonly HashSet<SearchNode<TSystemState, TSystemEvent>> visited = new(SearchNode<TSystemState, TSystemEvent>.Places);
    private readonly int total = run.Logs.Sum(l => l.Steps.Length);
    private long steps;

    public RunSearch<TSystemState, TSystemEvent> Search()
    {
        // An explicit stack: runs are longer than call stacks are deep. What is pushed last is tried first, and what no log has last of all.
        var (starts, isWhole) = run.Starts();
        var open = new Stack<(SearchNode<TSystemState, TSystemEvent> Node, bool Inserts)>(
            starts.Reverse().Select(s => (new SearchNode<TSystemState, TSystemEvent>(new int[logs.Length], 0, s, null, null), false)));
        var next = new List<SearchNode<TSystemState, TSystemEvent>>();
        SearchNode<TSystemState, TSystemEvent>? stuck = null;
        while (open.TryPop(out var top))
        {
            var (node, inserts) = top;
            if (node.Done == total) return new(node, IsFound: true, steps, IsComplete: true);
            if (stuck is null || node.Done > stuck.Done) stuck = node;
            next.Clear();
            if (inserts)
            {
                AddInsertions(node, next);
            }
            else
            {
                var mayInsert = !AddSuccessors(node, next) && (inserted is not null || !earlier.IsEmpty);

                // A node that only goes forward is passed through again at most once for each node before it that has several ways.
                var goesForward = !mayInsert && next is [var only] && only.Done > node.Done;
                if (!goesForward && !visited.Add(node)) continue;
                if (mayInsert) open.Push((node, true));
            }

            for (var i = next.Count - 1; i >= 0; i--) open.Push((next[i], false));
            if (steps > run.Budget) return new(stuck, IsFound: false, steps, IsComplete: false);
        }

        return new(stuck!, IsFound: false, steps, isWhole);
    }

    /// <returns>Whether what was added is as good as anything else.</returns>
    private bool AddSuccessors(SearchNode<TSystemState, TSystemEvent> node, List<SearchNode<TSystemState, TSystemEvent>> next)
    {
        foreach (var log in InOrder(node))
        {
            var head = logs[log][node.Positions[log]];
            var before = next.Count;
            AddHead(node, log, head, next);
            if (next.Count > before && head.IsCertain && (run.IsMonotone || head.IsLocal) && run.Inserted is null)
            {
                // Whatever else is possible now stays so afterwards: what a component does by itself changes nothing for others.
                next.RemoveRange(0, before);
                return true;
            }

            if (!head.IsCertain) next.Add(node.After(log, node.State, null));
        }

        return false;
    }

    private void AddHead(SearchNode<TSystemState, TSystemEvent> node, int log, ComposedStep<TSystemState, TSystemEvent> head, List<SearchNode<TSystemState, TSystemEvent>> next)
    {
        foreach (var way in head.Ways(node.State))
        {
            var from = node.Through(way);
            if (head.Holds is { } holds)
            {
                if (holds(from.State)) next.Add(from.After(log, from.State, null));
                continue;
            }

            foreach (var e in head.Explanations)
            {
                steps++;
                if (run.Next(from.State, e) is { } state) next.Add(from.After(log, state, e));
            }
        }
    }

    private void AddInsertions(SearchNode<TSystemState, TSystemEvent> node, List<SearchNode<TSystemState, TSystemEvent>> next)
    {
        foreach (var e in inserted?.Invoke(node.State) ?? [])
        {
            steps++;
            if (run.Next(node.State, e) is { } state && !state.Equals(node.State)) next.Add(new(node.Positions, node.Done, state, e, node));
        }

        var before = next.Count;
        foreach (var (log, step) in earlier)
        {
            // Where nothing disables anything, what came earlier may as well come now.
            if (node.Positions[log] > 0 && !run.IsMonotone) continue;
            steps++;
            if (step.Step(node.State) is { } state && !state.Equals(node.State)) next.Add(new(node.Positions, node.Done, state, null, node) { Earlier = step.Text });
        }

        if (!run.IsMonotone || run.Inserted is not null || next.Count <= before + 1) return;
        var best = next.Skip(before).FirstOrDefault(HasPossibleHead) ?? next[before];
        next.RemoveRange(before, next.Count - before);
        next.Add(best);
    }

    private bool HasPossibleHead(SearchNode<TSystemState, TSystemEvent> node) =>
        Enumerable.Range(0, logs.Length).Where(l => node.Positions[l] < logs[l].Length).Select(l => logs[l][node.Positions[l]])
            .Any(h => h.Ways(node.State).Any(w => h.Explanations.Any(e => run.Next(w.State, e) is not null)));

    private int[] InOrder(SearchNode<TSystemState, TSystemEvent> node)
    {
        var heads = new List<int>(logs.Length);
        for (var i = 0; i < logs.Length; i++)
        {
            if (node.Positions[i] < logs[i].Length) heads.Add(i);
        }

        heads.Sort((a, b) => (isByTime ? ByTime(node, a, b) : ByShare(node, a, b)) is not 0 and var order ? order : a.CompareTo(b));
        return [.. heads];
    }

    private int ByTime(SearchNode<TSystemState, TSystemEvent> node, int a, int b) => logs[a][node.Positions[a]].At.CompareTo(logs[b][node.Positions[b]].At);

    private int ByShare(SearchNode<TSystemState, TSystemEvent> node, int a, int b) =>
        ((long)node.Positions[a] * logs[b].Length).CompareTo((long)node.Positions[b] * logs[a].Length);
}
