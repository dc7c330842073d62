using Igloo.Components;

namespace Igloo.Monitoring.Runs;

/// <summary>Makes checks of logs without naming types.</summary>
public static class LogCheck
{
    /// <summary>A check of the log of one component.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component, with the parameters of the program that ran.</param>
    /// <param name="automatic">See <see cref="LogCheck{TState, TEvent}.Automatic"/>.</param>
    public static LogCheck<TState, TEvent> Of<TState, TEvent>(Component<TState, TEvent> component, Func<TState, IEnumerable<TEvent>>? automatic = null)
        where TState : class
        where TEvent : class =>
        new(component) { Automatic = automatic };
}
