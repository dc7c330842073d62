using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring.Carriers;
using Igloo.Exploring.Narrowing;
using Igloo.Exploring.Reducing;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Exploring.Properties;

/// <summary>
/// Evaluates a property through the compiled method. Its first parameters of the types of state, past and event are bound;
/// all others range over the universe. Used by one thread at a time.
/// </summary>
/// <remarks>
/// Where the universe does not list all values of a quantified parameter, those that the property itself names are tried too: its terms say for which values it
/// may fail.
/// </remarks>
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
    private readonly int[] unlisted;
    private readonly ArgumentNarrowing? narrowing;

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
        (unlisted, narrowing) = target is EventSystem system ? Narrowed(system, universe) : ([], null);
        Unlisted = [.. unlisted.Select(i => new UnboundedParameter($"{Property.Name}.{parameters[free[i]].Name}", parameters[free[i]].ParameterType, Property.Source, ranges[i].Count) { IsQuantified = true })];
    }

    /// <summary>The quantified parameters whose values the universe does not list all, as far as is known without looking at states.</summary>
    public ImmutableArray<UnboundedParameter> Unlisted { get; }

    /// <summary>The quantified parameters of which values may be missing in what was evaluated so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => narrowing?.Unbounded ?? Unlisted;

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
        return Find(truth, 0) || FindNamed(truth) ? [.. free.Select(i => new Argument(parameters[i].Name!, arguments[i]))] : null;
    }

    private (int[] Unlisted, ArgumentNarrowing? Narrowing) Narrowed(EventSystem system, Universe universe)
    {
        if (free.Length == 0) return ([], null);
        var terms = TermsOf(Property.Method);
        var gaps = CarrierGaps.OfQuantifiers(system, universe, free.Select(i => parameters[i].ParameterType), terms);
        int[] found = [.. Enumerable.Range(0, free.Length).Where(i => parameters[free[i]].ParameterType is var type && (universe.IsGuess(type) || gaps.Contains(type)))];
        return (found, found.Length == 0 || terms is null ? null : new ArgumentNarrowing(system, terms, [.. found.Select(i => free[i])], new Ranges(universe, gaps)));
    }

    private static FunctionDefinition? TermsOf(MethodInfo method)
    {
        try
        {
            return ModelTerms.Of(method);
        }
        catch (MissingTermsException)
        {
            return null;
        }
    }

    /// <summary>Tries the values that the property names; those of other parameters are listed, and known before, so that bounds can depend on them.</summary>
    private bool FindNamed(bool truth, int place = 0)
    {
        if (narrowing is null) return false;
        if (place == free.Length) return narrowing.Candidates(truth, arguments).Any(named => Holds(named) == truth);
        if (unlisted.Contains(place)) return FindNamed(truth, place + 1);
        foreach (var value in ranges[place])
        {
            arguments[free[place]] = value;
            if (FindNamed(truth, place + 1)) return true;
        }

        return false;
    }

    private bool Holds(object?[] named)
    {
        for (var i = 0; i < unlisted.Length; i++) arguments[free[unlisted[i]]] = named[i];
        return Evaluate();
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
