using System.Collections;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Igloo.Theories;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.IoSpecs;

/// <summary>
/// Values with which tables and messages instantiate events: those that occur in a state, in the parameters of a component, in the
/// domains of its theories, and any that are added.
/// </summary>
/// <remarks>
/// A finite selection: an enabled event over other values is not listed. What is listed is enabled. Not safe for use by several
/// threads while values are added.
/// </remarks>
public sealed class CandidateValues
{
    private const int LargestDomain = 64;
    private const int MostBuilt = 64;
    private readonly List<object> values = [];
    private readonly HashSet<object> known = [];

    /// <summary>The values that occur in the parameters of a component and in the domains of its theories.</summary>
    /// <param name="component">The component, or any object with such fields.</param>
    public static CandidateValues From(object component)
    {
        ArgumentNullException.ThrowIfNull(component);
        var candidates = new CandidateValues();
        for (var type = component.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.Kept().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            {
                candidates.AddParameter(field.GetValue(component));
            }
        }

        return candidates;
    }

    /// <summary>Adds a value and everything that occurs in it. The contents of sorts stay hidden.</summary>
    /// <param name="value">The value.</param>
    /// <returns>This selection.</returns>
    public CandidateValues Add(object? value)
    {
        if (value is null || !known.Add(value)) return this;
        var type = value.GetType();
        values.Add(value);
        if (IsAtomic(type)) return this;
        if (value is IEnumerable elements)
        {
            foreach (var element in elements) Add(element);
        }
        else if (value is ITuple tuple)
        {
            for (var i = 0; i < tuple.Length; i++) Add(tuple[i]);
        }
        else
        {
            foreach (var property in type.Kept().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0))
            {
                if (property.Name != "EqualityContract") Add(property.GetValue(value));
            }
        }

        return this;
    }

    /// <summary>Adds records that are put together of the values found so far, at most 64 of each case: those that are parameters of events.</summary>
    /// <param name="events">The events, a closed hierarchy.</param>
    /// <returns>This selection.</returns>
    public CandidateValues AddBuilt(Type events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var types = EventCases.Of(events).SelectMany(c => c.Kept().GetConstructors().SelectMany(k => k.GetParameters())).Select(p => p.ParameterType).Distinct();
        var cases = types.Where(t => t.IsClass && !IsAtomic(t) && t.Namespace != typeof(Domain<>).Namespace && IsModelValue(t)).SelectMany(t => EventCases.Of(t));
        foreach (var built in cases.SelectMany(c => EnabledEvents.Instances(c, this).Take(MostBuilt).ToArray()).ToArray()) Add(built);
        return this;
    }

    /// <summary>The selection without later additions.</summary>
    public CandidateValues Copy()
    {
        var copy = new CandidateValues();
        foreach (var value in values.Where(copy.known.Add)) copy.values.Add(value);
        return copy;
    }

    /// <summary>The values of a type, in the order in which they were found; all of them for booleans and enumerations.</summary>
    /// <param name="type">The type of a parameter.</param>
    public IEnumerable<object> OfType(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(bool)) return [false, true];
        return plain.IsEnum ? Enum.GetValuesAsUnderlyingType(plain).Cast<object>().Select(v => Enum.ToObject(plain, v)) : values.Where(plain.IsInstanceOfType);
    }

    // Models mention theories, and not the classes that implement them.
    private static IEnumerable<Type> Types(object theory) => theory.GetType().Kept().GetInterfaces().Prepend(theory.GetType());

    private static bool IsAtomic(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(BigInteger) || type.IsDefined(typeof(SortAttribute));

    private void AddParameter(object? value)
    {
        if (value is Delegate or null) return;
        if (value is not ITheory)
        {
            if (value.GetType().IsValueType || value is string || IsModelValue(value.GetType())) Add(value);
            return;
        }

        foreach (var property in Types(value).SelectMany(t => t.Kept().GetProperties()).Where(p => p.PropertyType.IsOf(typeof(Domain<>))).DistinctBy(p => p.Name))
        {
            if (property.GetValue(value) is IEnumerable domain)
            {
                foreach (var element in domain.Cast<object>().Take(LargestDomain)) Add(element);
            }
        }
    }

    // Records have a compiler-made clone method; the collections live in one namespace. Anything else is a service, not a value.
    private static bool IsModelValue(Type type) =>
        type.Namespace == typeof(Domain<>).Namespace || type.Kept().GetMethod("<Clone>$") is not null;
}
