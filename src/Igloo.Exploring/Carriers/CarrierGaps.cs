using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Igloo.Exploring.Enumerating;
using Igloo.Models;
using Igloo.Terms;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Exploring.Carriers;

/// <summary>
/// The types of event parameters whose list in the universe is no carrier: the model computes values of them that the list may lack, so that trying the list
/// alone may miss enabled events.
/// </summary>
/// <remarks>
/// A universe is a structure of logic only if its lists are closed under everything that the model computes. Where they are, trying all of them is exact, since
/// a condition can name no other value; where they are not, the values that conditions name are derived state by state. A list that was given for a record is a
/// selection: parts of it can be named one by one. Immutable; safe to use from several threads.
/// </remarks>
internal sealed class CarrierGaps
{
    private static readonly ConditionalWeakTable<Universe, ConcurrentDictionary<EventSystem, CarrierGaps>> Known = [];

    private readonly Universe universe;
    private readonly HashSet<Type> gaps;
    private readonly ConcurrentDictionary<Type, bool> containing = new();

    private CarrierGaps(Universe universe, HashSet<Type> gaps)
    {
        this.universe = universe;
        this.gaps = gaps;
    }

    /// <summary>The gaps for a system; each computed once.</summary>
    public static CarrierGaps Of(EventSystem system, Universe universe) =>
        Known.GetOrCreateValue(universe).GetOrAdd(system, static (s, u) => Compute(s, u), universe);

    /// <summary>Whether there may be values of a type, or of a part of it, that its list lacks and that the model computes.</summary>
    /// <param name="type">The C# type.</param>
    public bool Contains(Type type) => gaps.Count > 0 && containing.GetOrAdd(type, static (t, self) => CarrierTypes.Of(t, self.universe).Any(self.gaps.Contains), this);

    /// <summary>Whether the model computes values of a type, or of a part of it, that no list has. A list that was given for a record counts as all its values.</summary>
    /// <param name="type">The C# type.</param>
    public bool ContainsComputed(Type type) => gaps.Count > 0 && CarrierTypes.Of(type, universe).Any(t => gaps.Contains(t) && !CarrierTypes.IsSelection(t, universe));

    /// <summary>The gaps for what a property quantifies over: the property may name values too.</summary>
    /// <param name="system">The system.</param>
    /// <param name="universe">The lists.</param>
    /// <param name="types">The types of the quantified parameters.</param>
    /// <param name="property">The property; null where it was not translated.</param>
    public static CarrierGaps OfQuantifiers(EventSystem system, Universe universe, IEnumerable<Type> types, FunctionDefinition? property)
    {
        var carriers = types.SelectMany(type => CarrierTypes.Of(type, universe)).ToHashSet();
        if (property is not null) return Compute(system, universe, carriers, [property]);

        // Sorts are what their lists say.
        return new CarrierGaps(universe, [.. carriers.Where(type => !type.IsDefined(typeof(Values.SortAttribute), inherit: false))]);
    }

    private static CarrierGaps Compute(EventSystem system, Universe universe) => Compute(system, universe, CarrierTypes.OfEvents(system, universe), []);

    private static CarrierGaps Compute(EventSystem system, Universe universe, HashSet<Type> carriers, IEnumerable<FunctionDefinition> others)
    {
        var gaps = carriers.Where(type => CarrierTypes.IsSelection(type, universe)).ToHashSet();
        var closure = new CarrierClosure(system, universe, carriers.Where(type => !gaps.Contains(type) && !universe.IsGuess(type)));
        try
        {
            gaps.UnionWith(closure.Open(others));
        }
        catch (MissingTermsException)
        {
            // Nobody knows what it computes.
            gaps.UnionWith(carriers);
        }

        return new CarrierGaps(universe, gaps);
    }
}
