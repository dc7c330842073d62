using System.Collections.Immutable;
using Igloo.Exploring.Carriers;
using Igloo.Exploring.Enumerating;
using Igloo.Exploring.Narrowing;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Exploring.Searching;

/// <summary>
/// The events to try in a state: of cases with few values all of them, of the others those that the guard's own structure names.
/// </summary>
/// <remarks>Without terms all events of the universe are tried. Used by one thread at a time.</remarks>
internal sealed class EventSource
{
    private readonly ImmutableArray<object> listed;
    private readonly ImmutableArray<Type> derived;
    private readonly EventNarrowing? narrowing;
    private readonly ImmutableArray<UnboundedParameter> unknown = [];
    private readonly (IShadowSystem Shadow, EventSource Events)? followed;

    /// <param name="system">The system.</param>
    /// <param name="universe">What parameters range over.</param>
    /// <param name="fewest">Cases with more values than this are derived from the guard.</param>
    public EventSource(EventSystem system, Universe universe, int fewest)
    {
        if (system is IShadowSystem shadow)
        {
            (followed, listed, derived) = ((shadow, new EventSource(shadow.Followed, universe, fewest)), [], []);
            return;
        }

        var next = NextOf(system);
        ImmutableArray<Type> cases = universe.IsGiven(system.EventType) || !system.EventType.IsAbstract ? [system.EventType] : [.. Shape.CasesOf(system.EventType)];
        var gaps = CarrierGaps.Of(system, universe);
        derived = next is null || universe.IsGiven(system.EventType) ? [] : [.. cases.Where(c => !universe.IsGiven(c) && (gaps.Contains(c) || !IsListed(universe, c, fewest)))];
        listed = [.. cases.Length == 0 ? universe.Values(system.EventType) : cases.Except(derived).SelectMany(c => universe.Values(c))];
        narrowing = derived.IsEmpty ? null : new EventNarrowing(system, next!, new Ranges(universe, gaps));
        unknown = next is null ? [.. cases.Where(c => !universe.IsGiven(c)).SelectMany(c => Unknown(universe, c))] : [];
    }

    /// <summary>The parameters for which a range was guessed so far.</summary>
    public IEnumerable<UnboundedParameter> Unbounded => followed?.Events.Unbounded ?? narrowing?.Unbounded ?? unknown;

    /// <summary>Every enabled event, and others; each once, and in the same order for the same state.</summary>
    public IReadOnlyList<object> Candidates(object state) =>
        followed is var (shadow, events) ? events.Candidates(shadow.FollowedState(state))
        : narrowing is null ? listed : [.. listed, .. derived.SelectMany(c => narrowing.Candidates(state, c))];

    private static FunctionDefinition? NextOf(EventSystem system)
    {
        try
        {
            return TermEvaluator.FunctionOf(system, FunctionRole.Next) is { Body: not null } next ? next : null;
        }
        catch (MissingTermsException)
        {
            return null;
        }
    }

    /// <summary>Without terms nobody knows for which numbers, texts and records a guard holds. Sorts are what their lists say.</summary>
    private static IEnumerable<UnboundedParameter> Unknown(Universe universe, Type @case) =>
        from parameter in Shape.ConstructorOf(@case)?.GetParameters() ?? []
        where CarrierTypes.Of(parameter.ParameterType, universe).Any(c => !c.IsDefined(typeof(SortAttribute), inherit: false))
        select new UnboundedParameter($"{@case.Name.Split('`')[0]}.{parameter.Name}", parameter.ParameterType, null, universe.Values(parameter).Count)
        {
            Condition = "Next, which was not translated by the Igloo generator,",
        };

    private static bool IsListed(Universe universe, Type @case, int fewest)
    {
        if (universe.IsGuess(@case)) return false;
        try
        {
            var parameters = Shape.ConstructorOf(@case)?.GetParameters() ?? [];
            return parameters.Aggregate(1L, (product, p) => Math.Min(product * universe.Values(p).Count, Universe.MaxValues)) <= fewest;
        }
        catch (NotEnumerableException)
        {
            return false;
        }
    }
}
