using System.Collections.Immutable;
using System.Reflection;
using Igloo.Exploring;
using Igloo.Models;
using Igloo.Proving.Counterexamples.Decoding;

namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>Runs the compiled method of a property.</summary>
internal static class PropertyRun
{
    /// <summary>What a property is asked about.</summary>
    internal sealed record Occasion(object? State, object? Past = null, object? Event = null, object? Next = null);

    /// <summary>The property at particular values of its quantified parameters.</summary>
    /// <exception cref="NotRepresentableException">A parameter has no value.</exception>
    internal static bool Holds(object target, ModelProperty property, EventSystem system, Occasion occasion, IReadOnlyDictionary<string, object?> parameters)
    {
        var arguments = Bind(property, system, occasion);
        foreach (var (place, parameter) in Free(property, arguments))
        {
            arguments[place] = parameters.TryGetValue(parameter.Name!, out var value)
                ? value
                : throw new NotRepresentableException($"The proof has no value for the parameter {parameter.Name} of {property.FullName}.");
        }

        return Run(target, property.Method, arguments);
    }

    /// <summary>Values of the quantified parameters at which a property fails, or null.</summary>
    internal static ImmutableArray<Argument>? FindFailure(object? target, ModelProperty property, EventSystem? system, Universe universe, Occasion occasion)
    {
        var arguments = Bind(property, system, occasion);
        var free = Free(property, arguments).ToArray();
        return Search(0) ? [.. free.Select(f => new Argument(f.Parameter.Name!, arguments[f.Place]))] : null;

        bool Search(int depth)
        {
            if (depth == free.Length) return !Run(target, property.Method, arguments);
            foreach (var value in universe.Values(free[depth].Parameter))
            {
                arguments[free[depth].Place] = value;
                if (Search(depth + 1)) return true;
            }

            return false;
        }
    }

    private static bool Run(object? target, MethodInfo method, object?[] arguments) =>
        (bool)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static object?[] Bind(ModelProperty property, EventSystem? system, Occasion occasion)
    {
        var parameters = property.Method.GetParameters();
        var arguments = new object?[parameters.Length];
        Array.Fill(arguments, Type.Missing);
        if (system is null) return arguments;
        var isStep = property.Kind is PropertyKind.StepProperty;
        Put(Array.FindIndex(parameters, p => p.ParameterType == system.StateType), occasion.State);
        Put(Array.FindIndex(parameters, p => p.ParameterType.IsOf(typeof(Past<>))), occasion.Past);
        if (isStep || property.Kind is PropertyKind.TraceProperty)
            Put(Array.FindIndex(parameters, p => p.ParameterType.IsAssignableTo(system.EventType)), occasion.Event);
        if (isStep) Put(Array.FindLastIndex(parameters, p => p.ParameterType == system.StateType), occasion.Next);
        return arguments;

        void Put(int place, object? value)
        {
            if (place >= 0) arguments[place] = value;
        }
    }

    private static IEnumerable<(int Place, ParameterInfo Parameter)> Free(ModelProperty property, object?[] arguments) =>
        property.Method.GetParameters().Select((p, i) => (i, p)).Where(x => arguments[x.i] == Type.Missing);
}
