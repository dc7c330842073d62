namespace Igloo.Models;

/// <summary>Marks a predicate over a state, an event and the next state that every step from a state satisfying the invariants has.</summary>
/// <remarks>The parameters are the state, the event (the hierarchy or one of its cases) and the next state, in this order; further ones are universally quantified.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StepPropertyAttribute : Attribute;
