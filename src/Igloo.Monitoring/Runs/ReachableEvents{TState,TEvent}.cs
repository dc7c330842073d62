using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>Which events a component can ever do, over given ones.</summary>
/// <param name="component">The component.</param>
/// <param name="events">The events.</param>
internal sealed class ReachableEvents<TState, TEvent>(Component<TState, TEvent> component, IReadOnlyCollection<TEvent> events)
    where TState : class
    where TEvent : class
{
    private const int MostSteps = 20_000;

    /// <summary>The events that are enabled in some reachable state; null if there are too many states to say.</summary>
    public HashSet<TEvent>? Find()
    {
        var found = new HashSet<TEvent>();
        var seen = new HashSet<TState> { component.Initial };
        var open = new Queue<TState>(seen);
        var budget = MostSteps;
        while (open.TryDequeue(out var state))
        {
            foreach (var e in events)
            {
                if (budget-- == 0) return null;
                if (Step(state, e) is not { } next) continue;
                found.Add(e);
                if (seen.Add(next)) open.Enqueue(next);
            }
        }

        return found;
    }

    // A model that fails on an event does not have it.
    private TState? Step(TState state, TEvent e)
    {
        try
        {
            return component.Step(state, e);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return null;
        }
    }
}
