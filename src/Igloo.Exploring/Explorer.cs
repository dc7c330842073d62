using Igloo.Exploring.Properties;
using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring;

/// <summary>
/// Explicit-state exploration of finite instances, through the compiled <c>Next</c>. Breadth first every run is a shortest one.
/// </summary>
/// <remarks>
/// The parameters of events are enumerated from the guards' own structure where their types have many values or no end, otherwise by
/// trying all of the universe. Skip is no event. Properties that ask for the past are checked in a second
/// search over pairs of state and past, so that counts of states are those of the model alone.
/// </remarks>
public static class Explorer
{
    /// <summary>Visits everything reachable and checks every property of the system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events and quantifiers range over.</param>
    /// <param name="options">Limits; none by default.</param>
    /// <param name="subject">What the result is about; the name of the model by default.</param>
    /// <exception cref="NotEnumerableException">An event parameter or a quantifier has no finite range.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="Packed.NotPackableException">The packed engine was asked for, and cannot explore this.</exception>
    /// <exception cref="Packed.PackedMismatchException">A sample showed that the packed engine is wrong: a failure of this tool.</exception>
    /// <exception cref="CheckpointException">The checkpoint to resume from belongs to another model, or is none.</exception>
    public static Exploration Explore(EventSystem system, Universe universe, ExplorationOptions? options = null, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        options ??= ExplorationOptions.Unlimited;
        options.Validate();
        return new Engines(system, universe, options, subject ?? TypeText.Of(system.GetType())).Explore();
    }

    /// <summary>Explores an instance.</summary>
    /// <param name="instance">An instance of an event system.</param>
    /// <param name="options">Limits; none by default.</param>
    public static Exploration Explore(Instance instance, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Explore(instance.As<EventSystem>(), instance.Universe, options, instance.Subject);
    }

    /// <summary>Looks for a shortest run to a state with the given property.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events range over.</param>
    /// <param name="isTarget">Whether a state is what is looked for.</param>
    /// <param name="options">Limits; none by default.</param>
    public static StateQuery FindState(EventSystem system, Universe universe, Func<object, bool> isTarget, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(isTarget);
        return Find(system, universe, null, (state, _) => isTarget(state), options);
    }

    /// <summary>Looks for a shortest run to a state, such as the one before the event of a counterexample.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events range over. Maps in states are compared on it, whatever their defaults.</param>
    /// <param name="target">The state.</param>
    /// <param name="past">The <see cref="Past{TEvent}"/> that it must have, or null if that does not matter.</param>
    /// <param name="options">Limits; none by default.</param>
    public static StateQuery FindState(EventSystem system, Universe universe, object target, object? past = null, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(target);
        return Find(
            system,
            universe,
            past is null ? null : PastSteps.Of(system.EventType),
            (state, history) => (past is null || past.Equals(history)) && universe.Same(state, target),
            options);
    }

    private static StateQuery Find(EventSystem system, Universe universe, PastSteps? pasts, Func<object, object?, bool> isTarget, ExplorationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        options ??= ExplorationOptions.Unlimited;
        options.Validate();
        if (options.CheckpointFile is not null) throw new ArgumentException("A search for one state cannot be resumed.", nameof(options));
        var search = new TargetSearch(new Stepper(system, universe), pasts, isTarget, options);
        search.Explore();
        return search.Found is { } run ? new StateQuery.Reached(run) : new StateQuery.NotReached(search.Completeness, search.Visited, search.Fault);
    }
}
