using Igloo.Components;

namespace Igloo.IoSpecs;

/// <summary>Derives I/O specifications: step 5 of the method.</summary>
public static class IoSpecification
{
    /// <summary>The specification φ = ∃ t. token(t) ⋆ P(t, p, s₀) of a component.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component, with its parameters p.</param>
    public static IoSpecification<TState, TEvent> Of<TState, TEvent>(Component<TState, TEvent> component)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        return new(component);
    }
}
