using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Properties;
using Igloo.Models;

namespace Igloo.Exploring.Liveness;

/// <summary>Evaluates a liveness property in every state of a graph, through the compiled method.</summary>
internal sealed class ClaimReader
{
    private readonly EventSystem system;
    private readonly ModelProperty property;
    private readonly StateGraph graph;
    private readonly MethodInvoker invoker;
    private readonly ParameterInfo[] parameters;
    private readonly int state;
    private readonly int[] free;
    private readonly IReadOnlyList<object?>[] ranges;

    public ClaimReader(EventSystem system, ModelProperty property, Universe universe, StateGraph graph)
    {
        this.system = system;
        this.property = property;
        this.graph = graph;
        invoker = MethodInvoker.Create(property.Method);
        parameters = property.Method.GetParameters();
        state = Array.FindIndex(parameters, p => p.ParameterType == system.StateType);
        var result = property.Kind == PropertyKind.Eventually ? typeof(bool) : typeof(Response);
        if (state < 0 || property.NeedsPast || property.Method.ReturnType != result)
        {
            throw new InvalidOperationException($"{property.FullName} takes the state, and no past, and returns {TypeText.Of(result)}.");
        }

        free = [.. Enumerable.Range(0, parameters.Length).Where(i => i != state)];
        ranges = [.. free.Select(i => universe.Values(parameters[i]))];
        Unlisted = new PropertyCheck(system, property, universe, system.StateType, system.EventType).Unlisted;
    }

    /// <summary>The quantified parameters whose values the universe does not list all.</summary>
    public ImmutableArray<UnboundedParameter> Unlisted { get; }

    /// <summary>The property for each choice of its quantified parameters.</summary>
    /// <exception cref="PropertyFault">The compiled method threw.</exception>
    public IEnumerable<Claim> Claims() => Product.Of(ranges).Select(Read);

    private Claim Read(object?[] chosen)
    {
        ImmutableArray<Argument> named = [.. free.Select((place, i) => new Argument(parameters[place].Name!, chosen[i]))];
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < free.Length; i++) arguments[free[i]] = chosen[i];

        var premise = property.Kind == PropertyKind.LeadsTo ? new BitArray(graph.States.Count) : null;
        var conclusion = new BitArray(graph.States.Count);
        for (var i = 0; i < graph.States.Count; i++)
        {
            arguments[state] = graph.States[i];
            switch (Evaluate(arguments, named))
            {
                case Response response:
                    premise![i] = response.Premise;
                    conclusion[i] = response.Conclusion;
                    break;
                case bool holds:
                    conclusion[i] = holds;
                    break;
                default:
                    break;
            }
        }

        return new Claim(named, premise, conclusion);
    }

    private object? Evaluate(object?[] arguments, ImmutableArray<Argument> named)
    {
        try
        {
            return invoker.Invoke(system, arguments.AsSpan());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new PropertyFault(fault, named);
        }
    }
}
