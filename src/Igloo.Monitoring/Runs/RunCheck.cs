using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>Makes checks of merged runs without naming five types.</summary>
public static class RunCheck
{
    /// <summary>A check of runs of a composed system.</summary>
    /// <typeparam name="TEnvironment">States of the environment.</typeparam>
    /// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
    /// <typeparam name="TIndex">What identifies a component.</typeparam>
    /// <typeparam name="TState">States of a component.</typeparam>
    /// <typeparam name="TEvent">Events of a component.</typeparam>
    /// <param name="system">The composed model, of the instance that ran.</param>
    /// <param name="environmentIsMonotone">See <see cref="RunCheck{TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent}.EnvironmentIsMonotone"/>.</param>
    public static RunCheck<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> Of<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> system, bool environmentIsMonotone = false)
        where TEnvironment : class
        where TEnvironmentEvent : class
        where TIndex : notnull
        where TState : class
        where TEvent : class =>
        new(system) { EnvironmentIsMonotone = environmentIsMonotone };
}
