using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Igloo.Monitoring.Permissions;

/// <summary>
/// What a monitor knows of the component's state: one state on the hot path, else a set of states for each combination of unknown
/// outcomes.
/// </summary>
/// <typeparam name="TState">States of the component.</typeparam>
internal readonly struct Knowledge<TState>
    where TState : class
{
    private readonly TState? certain;
    private readonly ImmutableArray<World<TState>> worlds;

    private Knowledge(TState? certain, ImmutableArray<World<TState>> worlds)
    {
        this.certain = certain;
        this.worlds = worlds;
    }

    /// <summary>The combinations of unknown outcomes, at least one.</summary>
    public ImmutableArray<World<TState>> Worlds => certain is null ? worlds : [new World<TState>([certain], [], isCut: false)];

    /// <summary>Some state that is possible.</summary>
    public TState Representative => certain ?? worlds[0].States[0];

    public static Knowledge<TState> Certain(TState state) => new(state, default);

    public static Knowledge<TState> Of(IEnumerable<World<TState>> worlds)
    {
        var distinct = new List<World<TState>>();
        foreach (var world in worlds)
        {
            if (!distinct.Exists(world.SameAs)) distinct.Add(world);
        }

        return distinct is [{ States: [var only], Assumptions: [], IsCut: false }] ? Certain(only) : new(null, [.. distinct]);
    }

    /// <summary>Whether both are certain of one and the same object.</summary>
    public bool IsSameStateAs(in Knowledge<TState> other) => certain is not null && ReferenceEquals(certain, other.certain);

    public bool IsCertain([NotNullWhen(true)] out TState? state)
    {
        state = certain;
        return state is not null;
    }
}
