using System.Collections.Immutable;
using Igloo.Exploring;
using Igloo.Exploring.Stepping;
using Igloo.Models;

namespace Igloo.Viewing.Walking;

/// <summary>The moves from each state of an instance, remembered for the states looked at last. Used by one thread at a time.</summary>
internal sealed class Moves(EventSystem system, Universe universe)
{
    private const int MostRemembered = 20_000;

    private readonly Dictionary<object, ImmutableArray<Move>> known = [];
    private readonly EnabledEvents enabled = new(system, universe);
    private readonly Lazy<IReadOnlyList<object>> events = new(() => universe.Values(system.EventType));

    /// <summary>The initial states.</summary>
    public ImmutableArray<object> Initial => enabled.Initial();

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
        var found = enabled.At(state);
        var texts = found.Select(f => ModelText.Event(f.Event)).ToArray();
        return
        [
            .. found.Zip(texts, EventToken.Distinct(texts)).Select(f =>
                new Move(f.Third, f.First.Event, f.Second, f.First.After, f.First.Fault is { } fault ? $"{fault.GetType().Name}: {fault.Message}" : null)),
        ];
    }
}
