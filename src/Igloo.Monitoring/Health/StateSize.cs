using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Monitoring.Health;

/// <summary>How many elements the collections of a state hold, by its fields.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
internal static class StateSize<TState>
    where TState : class
{
    private static readonly ImmutableArray<PropertyInfo> Collections =
    [
        .. typeof(TState).Kept().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && (typeof(IEnumerable).IsAssignableFrom(p.PropertyType) || IsTotalMap(p.PropertyType)) && p.PropertyType != typeof(string)),
    ];

    /// <summary>The size of each field that is a collection.</summary>
    public static IEnumerable<(string Field, long Size)> Fields(TState state) => Collections.IsEmpty ? [] : FieldsOf(state);

    /// <summary>The size of all fields.</summary>
    public static long Of(TState state) => Fields(state).Sum(f => f.Size);

    private static IEnumerable<(string Field, long Size)> FieldsOf(TState state) => Collections.Select(p => (p.Name, Elements(p.GetValue(state))));

    private static bool IsTotalMap(Type type) => type.IsOf(typeof(Map<,>));

    // A set of sets is as large as what is in it; what is in a record counts as one.
    private static long Elements(object? value) => value switch
    {
        null or string => 0,
        IEnumerable elements => elements.Cast<object?>().Sum(e => Math.Max(1, Elements(e is not null && IsPair(e.GetType()) ? e.GetType().Kept().GetProperty("Value")!.GetValue(e) : e))),
        _ when IsTotalMap(value.GetType()) => Elements(value.GetType().Kept().GetProperty(nameof(Map<int, int>.Exceptions))!.GetValue(value)),
        _ => 0,
    };

    private static bool IsPair(Type type) => type.IsOf(typeof(KeyValuePair<,>));
}
