using Igloo.Liveness.Tests.Models;

namespace Igloo.Liveness.Tests;

/// <summary>
/// Brute force: a run uses some set of edges for ever, which is strongly connected, or stays in a place. Every set is tried, and fairness read
/// off its definition.
/// </summary>
internal sealed class EdgeSets(IReadOnlyList<Labelled.Event> events, int places)
{
    private readonly (int From, int To, string Label)[] edges =
        [.. events.Select(e => e switch
        {
            Labelled.Event.Free(var from, var to) => (from, to, ""),
            Labelled.Event.Weak(var from, var to, var group) => (from, to, $"W{group}"),
            Labelled.Event.Strong(var from, var to, var group) => (from, to, $"S{group}"),
            _ => throw new ArgumentOutOfRangeException(nameof(events)),
        }).Where(e => e.Item1 != e.Item2)];

    public bool IsReachable(int place) => Reaches(edges, [0], place);

    /// <summary>Whether a fair run from a place never meets another one.</summary>
    public bool HasRunAvoiding(int start, int avoided)
    {
        if (start == avoided) return false;
        var allowed = edges.Where(e => e.From != avoided && e.To != avoided).ToArray();
        for (var mask = 0; mask < 1 << allowed.Length; mask++)
        {
            var used = allowed.Where((_, i) => (mask & (1 << i)) != 0).ToArray();
            var stays = used.Length == 0
                ? Enumerable.Range(0, places).Where(p => p != avoided).Select(p => new[] { p })
                : [used.SelectMany(e => new[] { e.From, e.To }).Distinct().ToArray()];
            if (stays.Any(visited => Reaches(allowed, [start], visited[0]) && IsConnected(used, visited) && IsFair(used, visited))) return true;
        }

        return false;
    }

    private bool IsFair((int From, int To, string Label)[] used, int[] visited) =>
        edges.Select(e => e.Label).Where(l => l.Length > 0).Distinct().All(label =>
        {
            bool Enables(int place) => edges.Any(e => e.Label == label && e.From == place);
            return used.Any(e => e.Label == label) || (label[0] == 'W' ? !visited.All(Enables) : !visited.Any(Enables));
        });

    private static bool IsConnected((int From, int To, string Label)[] used, int[] visited) =>
        visited.All(a => visited.All(b => Reaches(used, [a], b)));

    private static bool Reaches((int From, int To, string Label)[] through, HashSet<int> from, int target)
    {
        while (!from.Contains(target))
        {
            var next = through.Where(e => from.Contains(e.From)).Select(e => e.To).Where(to => !from.Contains(to)).ToList();
            if (next.Count == 0) return false;
            from.UnionWith(next);
        }

        return true;
    }
}
