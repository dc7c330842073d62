using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Monitoring.Automatic;

namespace Igloo.Monitoring.Runs;

/// <summary>Where the automatic events of components lead, which no log has.</summary>
/// <param name="component">The component of an index.</param>
/// <param name="declared">Its automatic events in a state, over-approximated; null for those that its model marks, over the values that occur.</param>
internal sealed class HiddenClosures<TIndex, TState, TEvent>(Func<TIndex, Component<TState, TEvent>> component, Func<TIndex, TState, IEnumerable<TEvent>>? declared)
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    /// <summary>The number of states beyond which further ones are left out.</summary>
    public const int MostStates = 1_000;

    private readonly Dictionary<TIndex, Family> families = [];

    /// <summary>Whether states were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The cases that may be enabled with values that were not tried.</summary>
    public IEnumerable<string> Untried => families.Values.SelectMany(f => f.Marked?.Untried ?? []).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether a component has such events.</summary>
    public bool HasAny(TIndex index) => Of(index).Hidden is not null;

    /// <summary>Each state that is reached, with the events that lead there; the state itself first.</summary>
    public ImmutableArray<(ImmutableArray<TEvent> Events, TState State)> From(TIndex index, TState state)
    {
        var family = Of(index);
        if (family.Hidden is null) return [([], state)];

        // Others go on while this component stays where it is.
        if (family.Last is { } last && last[0].State.Equals(state)) return last;
        return (family.Last = Closure(family, state)).Value;
    }

    private ImmutableArray<(ImmutableArray<TEvent> Events, TState State)> Closure(Family family, TState start)
    {
        var reached = ImmutableArray.CreateBuilder<(ImmutableArray<TEvent> Events, TState State)>();
        HashSet<TState> known = [start];
        reached.Add(([], start));
        for (var i = 0; i < reached.Count; i++)
        {
            var (events, state) = reached[i];
            foreach (var e in family.Hidden!(state))
            {
                if (Step(family.Component, state, e) is not { } after || !known.Add(after)) continue;
                if (reached.Count == MostStates)
                {
                    IsCut = true;
                    return reached.ToImmutable();
                }

                reached.Add((events.Add(e), after));
            }
        }

        return reached.ToImmutable();
    }

    private Family Of(TIndex index)
    {
        if (families.TryGetValue(index, out var known)) return known;
        var own = component(index);
        if (declared is not null) return families[index] = new(own, s => declared(index, s), marked: null);
        var marked = AutomaticEvents<TState, TEvent>.Of(own);
        return families[index] = new(own, marked is null ? null : marked.In, marked);
    }

    // A model that fails on an event does not have it.
    private static TState? Step(Component<TState, TEvent> component, TState state, TEvent e)
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

    private sealed class Family(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>>? hidden, AutomaticEvents<TState, TEvent>? marked)
    {
        public AutomaticEvents<TState, TEvent>? Marked { get; } = marked;

        public Component<TState, TEvent> Component { get; } = component;

        public Func<TState, IEnumerable<TEvent>>? Hidden { get; } = hidden;

        public ImmutableArray<(ImmutableArray<TEvent> Events, TState State)>? Last { get; set; }
    }
}
