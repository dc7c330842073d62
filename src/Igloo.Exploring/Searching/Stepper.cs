using System.Reflection;
using Igloo.Models;

namespace Igloo.Exploring.Searching;

/// <summary>The initial states of a system and its steps.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class Stepper(EventSystem system, Universe universe, int fewest = Stepper.FewEvents)
{
    /// <summary>Trying so many events of a case is cheaper than deriving them.</summary>
    public const int FewEvents = 4096;

    private readonly EventSource events = new(system, universe, fewest);

    /// <summary>The system.</summary>
    public EventSystem System => system;

    /// <summary>The parameters of events for which a range was guessed so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => events.Unbounded;

    /// <summary>Every event that is enabled in a state, and others; each once, and in the same order for the same state.</summary>
    public IReadOnlyList<object> Candidates(object state) => events.Candidates(state);

    /// <summary>A stepper of the same system for another thread.</summary>
    public Stepper Again() => new(system, universe, fewest);

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
                .Select(arguments => method.Invoke(system, BindingFlags.DoNotWrapExceptions, null, arguments, null))
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
