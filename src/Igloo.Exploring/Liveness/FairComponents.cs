namespace Igloo.Exploring.Liveness;

/// <summary>
/// Finds where a run can stay for ever and be fair: sets of states that it can visit all of, again and again, under every fairness assumption.
/// </summary>
/// <remarks>
/// A strongly connected component that serves or disables every assumption somewhere is one. Where a weak assumption is enabled in all of it and
/// served nowhere, no part of it can be fair. Where a strong one is enabled somewhere and served nowhere, a fair run avoids the states that enable
/// it, so the rest is taken apart again (Streett emptiness; Emerson and Lei, 1987). The stuttering of every state makes single states components,
/// too.
/// </remarks>
internal sealed class FairComponents(FairGraph fair)
{
    private readonly StateGraph graph = fair.Graph;

    /// <summary>The largest fair components within a region of expanded states.</summary>
    public List<int[]> Within(IReadOnlyList<int> region)
    {
        var components = new Components(graph);
        var part = new int[graph.States.Count];
        var parts = 1;
        foreach (var state in region) part[state] = parts;
        var found = new List<int[]>();
        var pending = new Stack<(IReadOnlyList<int> States, int Part)>([(region, parts)]);
        while (pending.TryPop(out var next))
        {
            foreach (var component in components.Of(next.States, target => part[target] == next.Part))
            {
                parts++;
                foreach (var state in component) part[state] = parts;
                var served = Served(component, part, parts);
                if (IsStarved(component, served)) continue;
                var neglected = Enumerable.Range(0, fair.Assumptions)
                    .Where(a => fair.IsStrong(a) && !served[a] && component.Any(s => fair.IsEnabled(a, s)))
                    .ToList();
                if (neglected.Count == 0)
                {
                    found.Add(component);
                    continue;
                }

                int[] rest = [.. component.Where(s => !neglected.Exists(a => fair.IsEnabled(a, s)))];
                parts++;
                foreach (var state in rest) part[state] = parts;
                if (rest.Length > 0) pending.Push((rest, parts));
            }
        }

        return found;
    }

    private bool[] Served(int[] component, int[] part, int number)
    {
        var served = new bool[fair.Assumptions];
        foreach (var state in component)
        {
            var (from, to) = graph.StepsOf(state);
            for (var step = from; step < to; step++)
            {
                var target = graph.Target(step);
                if (target == StateGraph.Outside || part[target] != number) continue;
                foreach (var assumption in fair.ServedBy(step)) served[assumption] = true;
            }
        }

        return served;
    }

    private bool IsStarved(int[] component, bool[] served) =>
        Enumerable.Range(0, fair.Assumptions).Any(a => !fair.IsStrong(a) && !served[a] && component.All(s => fair.IsEnabled(a, s)));
}
