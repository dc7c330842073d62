using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Values;

namespace Igloo.Viewing.Charts;

/// <summary>The components of a composition of one family, and their environment.</summary>
internal sealed class OneFamily<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
    Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> system) : Participants
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex : notnull
    where TState : class
    where TEvent : class
{
    private readonly List<TIndex> indices = [.. system.Indices];

    public override ImmutableArray<Lane> Lanes { get; } =
        WithEnvironment(system.EnvironmentModel, system.Indices.Select(i => $"{Name(system.Component(i))} {ValueText.Of(i)}"));

    public override ChartRow Row(object e) => e switch
    {
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Internal(var i, var own) => OfComponent(LaneOf(i), own, e),
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Environment(var own) =>
            system.Partner(own) is { } partner ? Together(LaneOf(partner.Component), partner.Event, e) : OfEnvironment(own, e),
        _ => throw new ArgumentException($"{e} is no event of {system}.", nameof(e)),
    };

    public override bool IsPossible(object e) =>
        e is not Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>.Event.Internal(_, var own) || Component<TState, TEvent>.IsInternal(own);

    private int LaneOf(TIndex index) => 1 + indices.IndexOf(index);
}
