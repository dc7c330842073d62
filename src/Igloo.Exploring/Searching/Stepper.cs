using System.Collections.Immutable;
using Igloo.Models;

namespace Igloo.Exploring.Searching;

/// <summary>The initial states of a system and its steps, by trying every event of the universe.</summary>
internal sealed class Stepper
{
    private readonly EventSystem system;
    private readonly Universe universe;

    public Stepper(EventSystem system, Universe universe)
    {
        this.system = system;
        this.universe = universe;
        Events = [.. universe.Values(system.EventType)];
    }

    /// <summary>Every event of the universe, enabled or not.</summary>
    public ImmutableArray<object> Events { get; }

    /// <summary>The initial states, one for each choice of parameters; equal ones may repeat.</summary>
    public IEnumerable<object> InitialStates() => InitialStates(system, universe);

    /// <summary>The initial states of a system whose events need not be listed.</summary>
    public static IEnumerable<object> InitialStates(EventSystem system, Universe universe)
    {
        var methods = ModelProperty.InitialMethods(system).ToArray();
        return methods.Length == 0
            ? [system.InitialState]
            : methods.SelectMany(method => Enumerating.Product
                .Of([.. method.GetParameters().Select(universe.Values)])
                .Select(arguments => method.Invoke(system, System.Reflection.BindingFlags.DoNotWrapExceptions, null, arguments, null))
                .OfType<object>());
    }

    /// <summary>The state after an event, or null where it is not enabled.</summary>
    /// <exception cref="StepFault">The compiled model threw.</exception>
    public object? Next(object state, object e)
    {
        try
        {
            return system.NextState(state, e);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new StepFault(fault, e);
        }
    }
}
