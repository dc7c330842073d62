using System.Collections.Immutable;
using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring.Stepping;

/// <summary>Steps through a model by hand: its initial states and what can happen in a state.</summary>
/// <remarks>Made once for a system, since preparing the lists of events takes time. Used by one thread at a time.</remarks>
/// <param name="system">The system.</param>
/// <param name="universe">What events range over where their guards do not bound them.</param>
/// <exception cref="NotEnumerableException">An event parameter has no finite range.</exception>
public sealed class EnabledEvents(EventSystem system, Universe universe)
{
    private readonly Stepper stepper = new(system, universe);

    /// <summary>The initial states, each once.</summary>
    public ImmutableArray<object> Initial() => [.. stepper.InitialStates().Distinct()];

    /// <summary>The events that are enabled in a state, each with the state after it, in the same order each time.</summary>
    /// <param name="state">A state of the system.</param>
    /// <exception cref="NotEnumerableException">Nothing bounds an event parameter here, and its type has no finite list of values.</exception>
    public ImmutableArray<EnabledEvent> At(object state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. stepper.Candidates(state).Select(e => Try(state, e)).OfType<EnabledEvent>()];
    }

    /// <summary>The events that are enabled in a state, for a single question.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events range over where their guards do not bound them.</param>
    /// <param name="state">A state of the system.</param>
    public static ImmutableArray<EnabledEvent> At(EventSystem system, Universe universe, object state) => new EnabledEvents(system, universe).At(state);

    private EnabledEvent? Try(object state, object e)
    {
        try
        {
            return stepper.Next(state, e) is { } after ? new EnabledEvent(e, after) : null;
        }
        catch (StepFault thrown)
        {
            return new EnabledEvent(e, null, thrown.Fault);
        }
    }
}
