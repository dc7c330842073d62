using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Monitoring.Automatic;

namespace Igloo.Monitoring.Runs;

/// <summary>Where the automatic events of components lead, which no log has.</summary>
/// <param name="component">The component of an index.</param>
internal sealed class HiddenClosures<TIndex, TState, TEvent>(Func<TIndex, Component<TState, TEvent>> component)
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    /// <summary>The number of states beyond which further ones are left out.</summary>
    public const int MostStates = 1_000;

    private readonly Dictionary<TIndex, Family> families = [];

    /// <summary>Whether states were left out.</summary>
    public bool IsCut { get; private set; }

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
                if (family.Component.Step(state, e) is not { } after || !known.Add(after)) continue;
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
        return families[index] = new(own, HiddenEvents.Of(own, given: null));
    }

    private sealed class Family(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>>? hidden)
    {
        public Component<TState, TEvent> Component { get; } = component;

        public Func<TState, IEnumerable<TEvent>>? Hidden { get; } = hidden;

        public ImmutableArray<(ImmutableArray<TEvent> Events, TState State)>? Last { get; set; }
    }
}
