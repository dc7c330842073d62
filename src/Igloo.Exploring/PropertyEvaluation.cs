using System.Collections.Immutable;
using Igloo.Exploring.Properties;
using Igloo.Models;

namespace Igloo.Exploring;

/// <summary>Evaluates the properties of a system at single states and steps, through their compiled methods.</summary>
/// <remarks>Used by one thread at a time.</remarks>
public sealed class PropertyEvaluation
{
    private static readonly ImmutableArray<PropertyKind> OfStates = [PropertyKind.Invariant, PropertyKind.Lemma, PropertyKind.Goal, PropertyKind.Terminal];
    private static readonly ImmutableArray<PropertyKind> OfSteps = [PropertyKind.StepProperty, PropertyKind.TraceProperty];

    private readonly PastSteps pasts;
    private readonly ImmutableArray<(ModelProperty Property, PropertyCheck? Check, string? Obstacle)> checks;

    private PropertyEvaluation(EventSystem system, Universe universe)
    {
        pasts = PastSteps.Of(system.EventType);
        Properties = ModelProperty.Of(system).RemoveAll(p => !OfStates.Contains(p.Kind) && !OfSteps.Contains(p.Kind));
        checks = [.. Properties.Select(p => CheckOf(system, p, universe))];
    }

    /// <summary>The properties that have a value at a state or a step, in the order of declaration.</summary>
    public ImmutableArray<ModelProperty> Properties { get; }

    /// <summary>The past of an initial state.</summary>
    public object NoPast => pasts.Empty;

    /// <summary>The evaluation of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What quantified parameters range over.</param>
    public static PropertyEvaluation Of(EventSystem system, Universe universe)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        return new(system, universe);
    }

    /// <summary>The past after one more event.</summary>
    /// <param name="past">The past before it.</param>
    /// <param name="e">The event.</param>
    public object PastAfter(object past, object e) => pasts.Add(past, e);

    /// <summary>The values of the properties of states: invariants, lemmas, goals, and where a run may end.</summary>
    /// <param name="state">The state.</param>
    /// <param name="past">The events before it.</param>
    public ImmutableArray<PropertyValue> AtState(object state, object past) =>
        [.. checks.Where(c => OfStates.Contains(c.Property.Kind)).Select(c => Value(c, state, past, null, null))];

    /// <summary>The values of the properties of steps and traces.</summary>
    /// <param name="before">The state before the step.</param>
    /// <param name="past">The events before it.</param>
    /// <param name="e">The event.</param>
    /// <param name="after">The state after it.</param>
    public ImmutableArray<PropertyValue> AtStep(object before, object past, object e, object after) =>
        [.. checks.Where(c => OfSteps.Contains(c.Property.Kind)).Select(c => Value(c, before, past, e, after))];

    /// <summary>The values of all properties at the end of a run: of its last state, and of its last step where it has one.</summary>
    /// <param name="run">The run.</param>
    public ImmutableArray<PropertyValue> AtEnd(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var past = run.Events.SkipLast(1).Aggregate(NoPast, PastAfter);
        return run.Steps.IsEmpty
            ? AtState(run.Last, past)
            : [.. AtState(run.Last, PastAfter(past, run.Steps[^1].Event)), .. AtStep(run.Previous, past, run.Steps[^1].Event, run.Last)];
    }

    private static (ModelProperty Property, PropertyCheck? Check, string? Obstacle) CheckOf(EventSystem system, ModelProperty property, Universe universe)
    {
        try
        {
            return (property, new PropertyCheck(system, property, universe, system.StateType, system.EventType), null);
        }
        catch (NotEnumerableException obstacle)
        {
            return (property, null, obstacle.Message);
        }
    }

    private static PropertyValue Value((ModelProperty Property, PropertyCheck? Check, string? Obstacle) known, object state, object past, object? e, object? after)
    {
        if (known.Check is null) return new PropertyValue(known.Property, null, [], known.Obstacle);

        // A goal is attained by some arguments, every other property is refuted by some.
        var isGoal = known.Property.Kind is PropertyKind.Goal or PropertyKind.Terminal;
        try
        {
            var found = known.Check.Find(isGoal, state, past, e, after);
            return new PropertyValue(known.Property, found is null ? !isGoal : isGoal, found ?? []);
        }
        catch (PropertyFault fault)
        {
            return new PropertyValue(known.Property, null, fault.Arguments, $"{fault.Fault.GetType().Name}: {fault.Fault.Message}");
        }
    }
}
