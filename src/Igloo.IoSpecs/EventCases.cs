using System.Collections.Concurrent;
using System.Collections.Immutable;
using Igloo.Trimming;

namespace Igloo.IoSpecs;

/// <summary>The cases of closed hierarchies: sealed records nested in an abstract one.</summary>
public static class EventCases
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Type>> Known = new();

    /// <summary>The cases of a hierarchy in the order of declaration; of a type that is no hierarchy, the type itself.</summary>
    /// <param name="hierarchy">The abstract record.</param>
    public static ImmutableArray<Type> Of(Type hierarchy)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        return Known.GetOrAdd(hierarchy, static t => t.IsAbstract ? [.. Nested(t)] : [t]);
    }

    private static IEnumerable<Type> Nested(Type hierarchy) =>
        hierarchy.Kept().GetNestedTypes()
            .Select(t => t.IsGenericTypeDefinition ? t.At(hierarchy.GetGenericArguments()) : t)
            .Where(t => t.IsAssignableTo(hierarchy))
            .InDeclarationOrder()
            .SelectMany(t => t.IsAbstract ? Nested(t) : [t]);
}
