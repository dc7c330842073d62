using System.Collections.Immutable;
using System.Diagnostics;
using Igloo.Exploring.Carriers;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Properties;
using Igloo.Exploring.Reducing.PartialOrder;
using Igloo.Exploring.Reducing.Symmetry;
using Igloo.Exploring.Searching;
using Igloo.Models;
using Igloo.Terms;

namespace Igloo.Exploring.Reducing;

/// <summary>Explores an instance with a reduction that keeps the verdicts on deadlocks, invariants, lemmas and goals.</summary>
/// <remarks>
/// Both reductions are justified from the terms of the model, so it has to be translated by the generator. A claim of symmetry is checked; independence of
/// events is derived for each state, and what the terms do not show to be independent counts as dependent. Liveness properties are not looked at: reductions do
/// not keep them.
/// </remarks>
public static class ReducedExplorer
{
    /// <summary>Visits everything reachable in the reduced graph.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">What events and quantifiers range over; all events are listed.</param>
    /// <param name="reductions">How to reduce.</param>
    /// <param name="options">Limits on states and depth, cancellation, and the policy for deadlocks; other settings have no effect here.</param>
    /// <param name="subject">What the result is about; the name of the model by default.</param>
    /// <exception cref="NotSymmetricException">Symmetry was asked for, and the check found what tells elements apart.</exception>
    /// <exception cref="MissingTermsException">Partial-order reduction was asked for, and the model has no terms.</exception>
    /// <exception cref="NotEnumerableException">An event parameter or a quantifier has no finite range, or integers as parameters of events were not given.</exception>
    public static ReducedExploration Explore(EventSystem system, Universe universe, Reductions reductions, ExplorationOptions? options = null, string? subject = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(universe);
        options ??= ExplorationOptions.Unlimited;
        subject ??= TypeText.Of(system.GetType());
        var clock = Stopwatch.StartNew();
        var sorts = reductions.HasFlag(Reductions.Symmetry) ? SymmetricSorts(system, universe, subject) : [];
        var properties = ModelProperty.Of(system).RemoveAll(p => p.Kind == PropertyKind.Axiom);
        var terminal = properties.Where(p => p.Kind == PropertyKind.Terminal).ToArray();
        var claims = properties.RemoveAll(p => p.Kind == PropertyKind.Terminal);
        var undecided = claims.RemoveAll(p => Keeps(p, reductions));
        var kept = claims.RemoveAll(undecided.Contains);

        var events = EventsOf(system, universe);
        ImmutableArray<PropertyCheck> checks = [.. Checks(system, universe, kept)], endings = [.. Checks(system, universe, terminal)];
        var findings = new Findings(checks);
        var chooser = reductions.HasFlag(Reductions.PartialOrder) ? new StubbornSets(system, events, new Visibility(system, universe, kept)) : null;
        var search = new ReducedSearch(new Stepper(system, universe), events, KeyOf(universe, sorts), chooser, findings, endings, options);
        search.Explore();

        // What a step may change of a property is known for the listed values only.
        var quantified = chooser is null
            ? findings.Unbounded.Concat(endings.SelectMany(c => c.Unbounded))
            : checks.Where(c => findings.Violations.All(v => v.Property != c.Property) && findings.Witness(c.Property) is null).Concat(endings).SelectMany(c => c.Unlisted);
        ImmutableArray<UnboundedParameter> unbounded = [.. Selections(system, universe), .. quantified];
        var ends = search.Deadlock is { } deadlock && (terminal.Length > 0 || options.Deadlocks == DeadlockPolicy.Refute)
            ? new Violation(PropertyKind.Terminal, null, [], deadlock)
            : null;
        return new ReducedExploration(
            subject,
            reductions,
            sorts,
            search.Visited,
            search.Generated,
            search.Postponed,
            search.Depth,
            search.Completeness is Completeness.Complete && !unbounded.IsEmpty ? Completeness.CutByValues : search.Completeness,
            [.. new[] { search.Fault, ends }.OfType<Violation>(), .. findings.Violations],
            [.. kept.Where(p => p.Kind == PropertyKind.Goal).Select(p => new Goal(p, findings.Witness(p)))],
            search.Deadlock,
            undecided,
            clock.Elapsed)
        {
            Unbounded = unbounded,
        };
    }

    /// <summary>Explores an instance.</summary>
    /// <param name="instance">An instance of an event system.</param>
    /// <param name="reductions">How to reduce.</param>
    /// <param name="options">Limits; none by default.</param>
    public static ReducedExploration Explore(Instance instance, Reductions reductions, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Explore(instance.As<EventSystem>(), instance.Universe, reductions, options, instance.Subject);
    }

    private static IReadOnlyList<object> EventsOf(EventSystem system, Universe universe) => universe.IsGuess(system.EventType) || CarrierGaps.Of(system, universe).ContainsComputed(system.EventType)
        ? throw new NotEnumerableException(TypeText.Of(system.EventType), system.EventType, "The model may compute values of its parameters that are not listed, such as integers or texts: give all of them, or the events, by universe.With.")
        : universe.Values(system.EventType);

    /// <summary>Lists that were given for records: parts of others can be named by conditions, which a whole search follows and this one does not.</summary>
    private static IEnumerable<UnboundedParameter> Selections(EventSystem system, Universe universe)
    {
        var gaps = CarrierGaps.Of(system, universe);
        return from @case in system.EventType.IsAbstract ? Shape.CasesOf(system.EventType) : [system.EventType]
               from parameter in Shape.ConstructorOf(@case)?.GetParameters() ?? []
               where !universe.IsGiven(@case) && gaps.Contains(parameter.ParameterType)
               select new UnboundedParameter($"{@case.Name.Split('`')[0]}.{parameter.Name}", parameter.ParameterType, null, universe.Values(parameter).Count) { Condition = "a condition on a part of it" };
    }

    private static ImmutableArray<Type> SymmetricSorts(EventSystem system, Universe universe, string subject) => SymmetryCheck.Of(system, universe) switch
    {
        SymmetryVerdict.Symmetric symmetric => symmetric.Sorts,
        SymmetryVerdict.NotSymmetric broken => throw new NotSymmetricException(subject, broken.Obstacles),
        var other => throw new InvalidOperationException($"Unknown verdict {other}."),
    };

    private static bool Keeps(ModelProperty property, Reductions reductions) =>
        !property.NeedsPast && (!reductions.HasFlag(Reductions.PartialOrder) || property.Kind is PropertyKind.Invariant or PropertyKind.Lemma or PropertyKind.Goal);

    private static Func<object, object> KeyOf(Universe universe, ImmutableArray<Type> sorts)
    {
        if (sorts.IsEmpty) return state => state;
        var canonical = new CanonicalForm(new Encoder(universe, sorts));
        return canonical.Of;
    }

    private static IEnumerable<PropertyCheck> Checks(EventSystem system, Universe universe, IEnumerable<ModelProperty> properties) =>
        properties.Select(p => new PropertyCheck(system, p, universe, system.StateType, system.EventType));
}
