using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Igloo.Exploring.Enumerating;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Exploring.Carriers;

/// <summary>The types that the values of events are built from: sorts, numbers, texts, and all types whose values were given.</summary>
internal static class CarrierTypes
{
    private static readonly ImmutableHashSet<Type> Basic =
        [typeof(string), typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(BigInteger)];

    /// <summary>The carriers that the events of a system range over; none of events that were given themselves.</summary>
    public static HashSet<Type> OfEvents(EventSystem system, Universe universe) =>
        universe.IsGiven(system.EventType) ? []
        : [.. CasesOf(system.EventType).Where(c => !universe.IsGiven(c)).SelectMany(c => Of(c, universe))];

    /// <summary>The carriers that values of a type are built from.</summary>
    public static HashSet<Type> Of(Type type, Universe universe)
    {
        var found = new HashSet<Type>();
        Collect(type, universe, found, []);
        return found;
    }

    /// <summary>Whether a list was given for a type whose values have parts.</summary>
    public static bool IsSelection(Type type, Universe universe) => universe.IsGiven(type) && Parts(type).Any();

    /// <summary>The parts of the values of a type.</summary>
    public static IEnumerable<Type> Parts(Type type) =>
        IsAtom(type) ? []
        : Nullable.GetUnderlyingType(type) is { } underlying ? [underlying]
        : type.IsGenericType && (type.Namespace == typeof(Set<>).Namespace || typeof(ITuple).IsAssignableFrom(type)) ? type.GetGenericArguments()
        : type.IsAbstract ? Shape.CasesOf(type)
        : Shape.ConstructorOf(type)?.GetParameters().Select(p => p.ParameterType) ?? [];

    private static IEnumerable<Type> CasesOf(Type hierarchy) => hierarchy.IsAbstract ? Shape.CasesOf(hierarchy) : [hierarchy];

    private static bool IsAtom(Type type) => Basic.Contains(type) || type.IsEnum || type == typeof(bool) || type.IsDefined(typeof(SortAttribute), inherit: false);

    private static void Collect(Type type, Universe universe, HashSet<Type> found, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return;
        if (universe.IsGiven(type) || (IsAtom(type) && !type.IsEnum && type != typeof(bool))) found.Add(type);
        else foreach (var part in Parts(type)) Collect(part, universe, found, seen);
    }
}
