using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Models;

namespace Igloo.Viewing.Walking;

/// <summary>The moves from each state of an instance, remembered for the states looked at last. Used by one thread at a time.</summary>
internal sealed class Moves(EventSystem system, Universe universe)
{
    private const int MostRemembered = 20_000;

    private readonly Dictionary<object, ImmutableArray<Move>> known = [];
    private readonly Lazy<IReadOnlyList<object>> events = new(() => universe.Values(system.EventType));

    /// <summary>Every event of the universe.</summary>
    /// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
    public IReadOnlyList<object> Events => events.Value;

    /// <summary>The enabled events of a state, and those at which the model fails.</summary>
    public ImmutableArray<Move> From(object state)
    {
        if (known.TryGetValue(state, out var moves)) return moves;
        if (known.Count >= MostRemembered) known.Clear();
        return known[state] = Find(state);
    }

    private ImmutableArray<Move> Find(object state)
    {
        var found = Events.Select(e => (Event: e, Result: Next(state, e))).Where(f => f.Result.After is not null || f.Result.Fault is not null).ToArray();
        var texts = found.Select(f => ModelText.Event(f.Event)).ToArray();
        return [.. found.Zip(texts, EventToken.Distinct(texts)).Select(f => new Move(f.Third, f.First.Event, f.Second, f.First.Result.After, f.First.Result.Fault))];
    }

    private (object? After, string? Fault) Next(object state, object e)
    {
        try
        {
            return (system.NextState(state, e), null);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            return (null, $"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
