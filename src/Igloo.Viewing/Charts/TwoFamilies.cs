using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Values;

namespace Igloo.Viewing.Charts;

/// <summary>The components of a composition of two families, and their environment.</summary>
internal sealed class TwoFamilies<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>(
    Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2> system) : Participants
    where TEnvironment : class
    where TEnvironmentEvent : class
    where TIndex1 : notnull
    where TState1 : class
    where TEvent1 : class
    where TIndex2 : notnull
    where TState2 : class
    where TEvent2 : class
{
    private readonly List<TIndex1> first = [.. system.FirstIndices];
    private readonly List<TIndex2> second = [.. system.SecondIndices];

    public override ImmutableArray<Lane> Lanes { get; } = WithEnvironment(
        system.EnvironmentModel,
        [
            .. system.FirstIndices.Select(i => $"{Name(system.First(i))} {ValueText.Of(i)}"),
            .. system.SecondIndices.Select(i => $"{Name(system.Second(i))} {ValueText.Of(i)}"),
        ]);

    public override ChartRow Row(object e) => e switch
    {
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalFirst(var i, var own) => OfComponent(LaneOf(i), own, e),
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalSecond(var i, var own) => OfComponent(LaneOf(i), own, e),
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.Environment(var own) => system.Partner(own) switch
        {
            Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Step.OfFirst(var i, var partner) => Together(LaneOf(i), partner, e),
            Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Step.OfSecond(var i, var partner) => Together(LaneOf(i), partner, e),
            _ => OfEnvironment(own, e),
        },
        _ => throw new ArgumentException($"{e} is no event of {system}.", nameof(e)),
    };

    public override bool IsPossible(object e) => e switch
    {
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalFirst(_, var own) => Component<TState1, TEvent1>.IsInternal(own),
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>.Event.InternalSecond(_, var own) => Component<TState2, TEvent2>.IsInternal(own),
        _ => true,
    };

    private int LaneOf(TIndex1 index) => 1 + first.IndexOf(index);

    private int LaneOf(TIndex2 index) => 1 + first.Count + second.IndexOf(index);
}
