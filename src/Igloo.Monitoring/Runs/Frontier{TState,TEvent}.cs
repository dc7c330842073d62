using System.Collections.Immutable;
using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>The states that a log allows so far, each with a trace that leads to it.</summary>
/// <param name="component">The component.</param>
/// <param name="automatic">Its hidden events in a state, or null.</param>
/// <param name="mostStates">The number of states beyond which further ones are left out.</param>
internal sealed class Frontier<TState, TEvent>(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>>? automatic, int mostStates)
    where TState : class
    where TEvent : class
{
    private Dictionary<TState, Node> reached = [];

    private sealed record Node(TState State, TEvent? By, Node? Before);

    /// <summary>Whether states were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The states in which the log begins.</summary>
    public ImmutableArray<TState> Starts { get; private set; } = [];

    public IEnumerable<TState> States => reached.Keys;

    /// <summary>A trace that leads to one of the states, with where it begins and ends.</summary>
    public (IReadOnlyCollection<TState> Starts, TState Start, ImmutableArray<TEvent> Trace, TState End) Way
    {
        get
        {
            var trace = ImmutableArray.CreateBuilder<TEvent>();
            var end = reached.Values.First();
            var at = end;
            for (; at.Before is not null; at = at.Before) trace.Add(at.By!);
            trace.Reverse();
            return (Starts, at.State, trace.ToImmutable(), end.State);
        }
    }

    public void Begin(IEnumerable<TState> states)
    {
        reached = [];
        foreach (var state in states) Add(reached, new(state, null, null));
        Starts = [.. reached.Keys];
        Close(reached);
    }

    /// <summary>An event of the log: what allows it goes on; what does not goes on too where the event only perhaps happened.</summary>
    /// <returns>False, and nothing changed, if no state allows it.</returns>
    public bool Step(TEvent e, bool isCertain)
    {
        var after = new Dictionary<TState, Node>();
        foreach (var node in reached.Values)
        {
            if (!isCertain) Add(after, node);
            if (Next(node.State, e) is { } state) Add(after, new(state, e, node));
        }

        return GoOn(after);
    }

    /// <summary>An event of which the log does not say everything.</summary>
    /// <param name="events">The events that it may be, in a state.</param>
    /// <param name="isCertain">Whether it is known to have happened.</param>
    /// <returns>False, and nothing changed, if no state allows one of them.</returns>
    public bool StepAny(Func<TState, IEnumerable<TEvent>> events, bool isCertain)
    {
        var after = new Dictionary<TState, Node>();
        foreach (var node in reached.Values)
        {
            if (!isCertain) Add(after, node);
            foreach (var e in events(node.State))
            {
                if (Next(node.State, e) is { } state) Add(after, new(state, e, node));
            }
        }

        return GoOn(after);
    }

    /// <summary>The log says that one of these states is reached.</summary>
    /// <returns>False, and nothing changed, if none of them is.</returns>
    public bool Narrow(IReadOnlyCollection<TState> states)
    {
        var kept = reached.Where(r => states.Contains(r.Key)).ToDictionary();
        if (kept.Count == 0) return false;
        reached = kept;
        return true;
    }

    private bool GoOn(Dictionary<TState, Node> after)
    {
        if (after.Count == 0) return false;
        Close(after);
        reached = after;
        return true;
    }

    private void Add(Dictionary<TState, Node> nodes, Node node)
    {
        if (nodes.Count < mostStates) nodes.TryAdd(node.State, node);
        else if (!nodes.ContainsKey(node.State)) IsCut = true;
    }

    private void Close(Dictionary<TState, Node> nodes)
    {
        if (automatic is null) return;
        var open = new Queue<Node>(nodes.Values);
        while (open.TryDequeue(out var node))
        {
            foreach (var hidden in automatic(node.State))
            {
                if (Next(node.State, hidden) is not { } state || nodes.ContainsKey(state)) continue;
                var next = new Node(state, hidden, node);
                Add(nodes, next);
                if (IsCut) return;
                open.Enqueue(next);
            }
        }
    }

    // A model that fails on an event does not have it.
    private TState? Next(TState state, TEvent e)
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
