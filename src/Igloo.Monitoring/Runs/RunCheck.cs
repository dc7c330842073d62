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
    /// <param name="environmentIsMonotone">See <see cref="SystemRunCheck{TSystemState, TSystemEvent, TEnvironment, TEnvironmentEvent}.EnvironmentIsMonotone"/>.</param>
    public static RunCheck<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> Of<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent>(
        Composition<TEnvironment, TEnvironmentEvent, TIndex, TState, TEvent> system, bool environmentIsMonotone = false)
        where TEnvironment : class
        where TEnvironmentEvent : class
        where TIndex : notnull
        where TState : class
        where TEvent : class =>
        new(system) { EnvironmentIsMonotone = environmentIsMonotone };

    /// <summary>A check of runs of a system of two families.</summary>
    /// <typeparam name="TEnvironment">States of the environment.</typeparam>
    /// <typeparam name="TEnvironmentEvent">Events of the environment.</typeparam>
    /// <typeparam name="TIndex1">What identifies a component of the first type.</typeparam>
    /// <typeparam name="TState1">States of the first type.</typeparam>
    /// <typeparam name="TEvent1">Events of the first type.</typeparam>
    /// <typeparam name="TIndex2">What identifies a component of the second type.</typeparam>
    /// <typeparam name="TState2">States of the second type.</typeparam>
    /// <typeparam name="TEvent2">Events of the second type.</typeparam>
    /// <param name="system">The composed model, of the instance that ran.</param>
    /// <param name="environmentIsMonotone">Whether no event of the environment disables another or changes what it does.</param>
    public static RunCheck<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2> Of<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2>(
        Composition<TEnvironment, TEnvironmentEvent, TIndex1, TState1, TEvent1, TIndex2, TState2, TEvent2> system, bool environmentIsMonotone = false)
        where TEnvironment : class
        where TEnvironmentEvent : class
        where TIndex1 : notnull
        where TState1 : class
        where TEvent1 : class
        where TIndex2 : notnull
        where TState2 : class
        where TEvent2 : class =>
        new(system) { EnvironmentIsMonotone = environmentIsMonotone };
}
