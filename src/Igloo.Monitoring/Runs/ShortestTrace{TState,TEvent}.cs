using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Breadth-first search for the shortest trace of a model that ends in an event, over given events.</summary>
/// <param name="next">The steps.</param>
/// <param name="events">The events that may occur on the way.</param>
internal sealed class ShortestTrace<TState, TEvent>(Func<TState, TEvent, TState?> next, IReadOnlyCollection<TEvent> events)
    where TState : class
    where TEvent : class
{
    private const int MostSteps = 20_000;

    private sealed record Node(TState State, TEvent? By, Node? Before);

    /// <summary>The trace, or an empty one where none was found within the bound.</summary>
    /// <param name="initial">The initial state.</param>
    /// <param name="last">The events of which one is to be the last.</param>
    public ImmutableArray<TEvent> To(TState initial, IReadOnlyCollection<TEvent> last)
    {
        var seen = new HashSet<TState> { initial };
        var open = new Queue<Node>([new(initial, null, null)]);
        for (var budget = MostSteps; budget > 0 && open.TryDequeue(out var node);)
        {
            if (last.FirstOrDefault(e => Step(node.State, e) is not null) is { } end) return [.. Path(node), end];
            foreach (var e in events)
            {
                if (budget-- == 0) break;
                if (Step(node.State, e) is { } reached && seen.Add(reached)) open.Enqueue(new(reached, e, node));
            }
        }

        return [];
    }

    private static Stack<TEvent> Path(Node node)
    {
        var path = new Stack<TEvent>();
        for (var at = node; at.Before is not null; at = at.Before) path.Push(at.By!);
        return path;
    }

    // A model that fails on an event does not have it.
    private TState? Step(TState state, TEvent e)
    {
        try
        {
            return next(state, e);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return null;
        }
    }
}
