using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Leaves events out of a trace as long as it still leads to the same state: for states that are too far for a search.</summary>
/// <param name="next">The steps.</param>
internal sealed class ReducedTrace<TState, TEvent>(Func<TState, TEvent, TState?> next)
    where TState : class
    where TEvent : class
{
    private int budget = 200_000;

    /// <param name="start">Where the trace begins.</param>
    /// <param name="trace">A trace of the model.</param>
    public ImmutableArray<TEvent> Of(TState start, IReadOnlyList<TEvent> trace)
    {
        var events = WithoutLoops(start, trace);
        if (End(start, events) is not { } end) return [.. trace];
        for (var length = events.Count / 2; length > 0 && budget > 0; length /= 2)
        {
            for (var from = 0; from + length <= events.Count && budget > 0;)
            {
                List<TEvent> shorter = [.. events.Take(from), .. events.Skip(from + length)];
                if (end.Equals(End(start, shorter))) events = shorter;
                else from += length;
            }
        }

        return [.. events];
    }

    private static bool IsBack(Dictionary<TState, int> passed, TState state, List<TEvent> events)
    {
        if (!passed.TryGetValue(state, out var length)) return false;
        events.RemoveRange(length, events.Count - length);
        foreach (var later in passed.Where(p => p.Value > length).Select(p => p.Key).ToList()) passed.Remove(later);
        return true;
    }

    private List<TEvent> WithoutLoops(TState start, IReadOnlyList<TEvent> trace)
    {
        var passed = new Dictionary<TState, int> { [start] = 0 };
        var events = new List<TEvent>();
        var state = start;
        foreach (var e in trace)
        {
            if (next(state, e) is not { } reached) return [.. trace];
            state = reached;
            events.Add(e);
            if (!IsBack(passed, state, events)) passed[state] = events.Count;
        }

        return events;
    }

    private TState? End(TState start, List<TEvent> events)
    {
        var state = start;
        foreach (var e in events)
        {
            budget--;
            if (next(state, e) is not { } reached) return null;
            state = reached;
        }

        return state;
    }
}
