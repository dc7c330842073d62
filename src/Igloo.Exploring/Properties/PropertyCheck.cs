using System.Collections.Immutable;
using System.Reflection;

namespace Igloo.Exploring.Properties;

/// <summary>
/// Evaluates a property through the compiled method. Its first parameters of the types of state, past and event are bound;
/// all others range over the universe. Used by one thread at a time.
/// </summary>
internal sealed class PropertyCheck
{
    private readonly object target;
    private readonly MethodInvoker invoker;
    private readonly ParameterInfo[] parameters;
    private readonly object?[] arguments;
    private readonly int[] free;
    private readonly IReadOnlyList<object?>[] ranges;
    private readonly int state;
    private readonly int past;
    private readonly int @event;
    private readonly int next;

    public PropertyCheck(object target, ModelProperty property, Universe universe, Type? stateType, Type? eventType)
    {
        this.target = target;
        Property = property;
        invoker = MethodInvoker.Create(property.Method);
        parameters = property.Method.GetParameters();
        arguments = new object?[parameters.Length];

        var isStep = property.Kind is PropertyKind.StepProperty;
        state = Place(p => p.ParameterType == stateType);
        past = Place(p => ModelProperty.IsPast(p.ParameterType));
        @event = isStep || property.Kind is PropertyKind.TraceProperty ? Place(p => p.ParameterType.IsAssignableTo(eventType)) : -1;
        next = isStep ? Array.FindLastIndex(parameters, p => p.ParameterType == stateType) : -1;
        if (isStep && (state < 0 || @event < 0 || next <= @event))
        {
            throw new InvalidOperationException($"{property.FullName} is a step property, so it takes the state, the event and the next state, in this order.");
        }

        free = [.. Enumerable.Range(0, parameters.Length).Where(i => i != state && i != past && i != @event && i != next)];
        ranges = [.. free.Select(i => universe.Values(parameters[i]))];
    }

    public ModelProperty Property { get; }

    /// <summary>Finds values of the quantified parameters for which the property has the given truth value.</summary>
    /// <exception cref="PropertyFault">The compiled method threw.</exception>
    public ImmutableArray<Argument>? Find(bool truth, object? stateBefore, object? pastBefore = null, object? happening = null, object? stateAfter = null)
    {
        if (@event >= 0 && !parameters[@event].ParameterType.IsInstanceOfType(happening)) return null;
        Bind(state, stateBefore);
        Bind(past, pastBefore);
        Bind(@event, happening);
        Bind(next, stateAfter);
        return Find(truth, 0) ? [.. free.Select(i => new Argument(parameters[i].Name!, arguments[i]))] : null;
    }

    private bool Find(bool truth, int place)
    {
        if (place == free.Length) return Evaluate() == truth;
        foreach (var value in ranges[place])
        {
            arguments[free[place]] = value;
            if (Find(truth, place + 1)) return true;
        }

        return false;
    }

    private bool Evaluate()
    {
        try
        {
            return (bool)invoker.Invoke(target, arguments.AsSpan())!;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new PropertyFault(fault, [.. free.Select(i => new Argument(parameters[i].Name!, arguments[i]))]);
        }
    }

    private int Place(Predicate<ParameterInfo> wanted) => Array.FindIndex(parameters, wanted);

    private void Bind(int place, object? value)
    {
        if (place >= 0) arguments[place] = value;
    }
}
