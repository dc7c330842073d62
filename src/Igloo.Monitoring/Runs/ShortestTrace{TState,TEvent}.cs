using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Breadth-first search for shortest traces of a model, over given events.</summary>
/// <param name="next">The steps.</param>
/// <param name="events">The events that may occur on the way.</param>
internal sealed class ShortestTrace<TState, TEvent>(Func<TState, TEvent, TState?> next, IReadOnlyCollection<TEvent> events)
    where TState : class
    where TEvent : class
{
    private const int MostSteps = 20_000;

    private sealed record Node(TState State, TEvent? By, Node? Before);

    /// <summary>The shortest trace that ends in one of some events.</summary>
    /// <param name="starts">Where it may begin.</param>
    /// <param name="last">The events of which one is to be the last.</param>
    public FoundTrace<TEvent> ToEvent(IEnumerable<TState> starts, IReadOnlyCollection<TEvent> last) =>
        Search(starts, node => last.FirstOrDefault(e => Step(node.State, e) is not null) is { } end ? [.. Path(node), end] : null);

    /// <summary>The shortest trace to a state.</summary>
    /// <param name="starts">Where it may begin.</param>
    /// <param name="end">The state.</param>
    public FoundTrace<TEvent> ToState(IEnumerable<TState> starts, TState end) =>
        Search(starts, node => node.State.Equals(end) ? [.. Path(node)] : null);

    private FoundTrace<TEvent> Search(IEnumerable<TState> starts, Func<Node, ImmutableArray<TEvent>?> end)
    {
        var seen = new HashSet<TState>(starts);
        var open = new Queue<Node>(seen.Select(s => new Node(s, null, null)));
        var budget = MostSteps;
        while (open.TryDequeue(out var node))
        {
            if (end(node) is { } trace) return new(trace, IsComplete: true);
            foreach (var e in events)
            {
                if (budget-- == 0) return new(null, IsComplete: false);
                if (Step(node.State, e) is { } reached && seen.Add(reached)) open.Enqueue(new(reached, e, node));
            }
        }

        return new(null, IsComplete: true);
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
