using System.Diagnostics;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Properties;
using Igloo.Exploring.Searching;
using Igloo.Models;

namespace Igloo.Exploring;

/// <summary>
/// Explicit-state exploration of finite instances: breadth first, through the compiled <c>Next</c>, so every run is a shortest one.
/// </summary>
/// <remarks>
/// Events are found by trying all of the universe. Skip is no event. Properties that ask for the past are checked in a second
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
    public static Exploration Explore(EventSystem system, Universe universe, ExplorationOptions? options = null, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        options ??= ExplorationOptions.Unlimited;
        var clock = Stopwatch.StartNew();
        var stepper = new Stepper(system, universe);
        var properties = ModelProperty.Of(system).RemoveAll(p => p.Kind == PropertyKind.Axiom);

        var findings = new Findings(Checks(system, universe, properties.Where(p => !p.NeedsPast)));
        var states = new StateSearch(stepper, findings, options);
        states.Explore();

        var historical = new Findings(Checks(system, universe, properties.Where(p => p.NeedsPast)));
        var pasts = properties.Any(p => p.NeedsPast) ? new PastSearch(stepper, PastSteps.Of(system.EventType), historical, options) : null;
        if (states.Fault is null) pasts?.Explore();

        return new Exploration(
            subject ?? TypeText.Of(system.GetType()),
            states.Visited,
            states.Generated,
            states.Depth,
            states.Completeness is Completeness.Complete && pasts is not null ? pasts.Completeness : states.Completeness,
            [.. new[] { states.Fault }.OfType<Violation>(), .. findings.Violations, .. historical.Violations],
            [.. properties.Where(p => p.Kind == PropertyKind.Goal).Select(p => new Goal(p, findings.Witness(p) ?? historical.Witness(p)))],
            [.. EventKind.All(system.EventType).Select(kind => new EventCount(kind.Name, states.Occurrences(kind)))],
            pasts?.Visited ?? 0,
            clock.Elapsed);
    }

    /// <summary>Explores an instance.</summary>
    /// <param name="instance">An instance of an event system.</param>
    /// <param name="options">Limits; none by default.</param>
    public static Exploration Explore(Instance instance, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Explore(instance.As<EventSystem>(), instance.Universe, options, instance.Subject);
    }

    /// <summary>The different initial states of a system, in the order of their parameters.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What their parameters range over.</param>
    /// <exception cref="NotEnumerableException">A parameter has no finite range.</exception>
    public static IEnumerable<object> InitialStates(EventSystem system, Universe universe)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        return Stepper.InitialStates(system, universe).Distinct();
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
        var search = new TargetSearch(new Stepper(system, universe), pasts, isTarget, options ?? ExplorationOptions.Unlimited);
        search.Explore();
        return search.Found is { } run ? new StateQuery.Reached(run) : new StateQuery.NotReached(search.Completeness, search.Visited, search.Fault);
    }

    private static IEnumerable<PropertyCheck> Checks(EventSystem system, Universe universe, IEnumerable<ModelProperty> properties) =>
        properties.Select(p => new PropertyCheck(system, p, universe, system.StateType, system.EventType));
}
