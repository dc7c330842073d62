using System.Collections.Immutable;

namespace Igloo.Monitoring.Permissions;

/// <summary>The states that the observations allow if the unknown outcomes are as assumed.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <param name="states">The states, at least one, without repetitions.</param>
/// <param name="assumptions">The assumptions.</param>
/// <param name="isCut">Whether states are missing because the closure under hidden events was cut.</param>
internal sealed class World<TState>(ImmutableArray<TState> states, ImmutableArray<Assumption> assumptions, bool isCut)
    where TState : class
{
    public ImmutableArray<TState> States { get; } = states;

    public ImmutableArray<Assumption> Assumptions { get; } = assumptions;

    public bool IsCut { get; } = isCut;

    public World<TState> Assuming(long operation, bool happened) => new(States, Assumptions.Add(new(operation, happened)), IsCut);

    public World<TState> Without(long operation) =>
        Assumptions.Any(a => a.Operation == operation) ? new(States, Assumptions.RemoveAll(a => a.Operation == operation), IsCut) : this;

    public bool SameAs(World<TState> other) =>
        IsCut == other.IsCut
        && Assumptions.SequenceEqual(other.Assumptions)
        && States.Length == other.States.Length
        && States.All(other.States.Contains);
}
