using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>The value of a property at one place of a run.</summary>
/// <param name="Property">The property.</param>
/// <param name="Holds">Whether it holds there; null where it has no value: it failed with an exception, or it quantifies over what cannot be listed.</param>
/// <param name="Arguments">Values of the quantified parameters that decide: that refute a claim, that attain a goal. Empty where none does.</param>
/// <param name="Obstacle">Why there is no value; null where there is one.</param>
public sealed record PropertyValue(ModelProperty Property, bool? Holds, ImmutableArray<Argument> Arguments, string? Obstacle = null)
{
    /// <summary>Whether this refutes the model: a claim that is false. A goal that is not attained here refutes nothing, nor does a state in which no run may end.</summary>
    public bool IsViolated => Property.Kind is not (PropertyKind.Goal or PropertyKind.Terminal) && Holds == false;
}
