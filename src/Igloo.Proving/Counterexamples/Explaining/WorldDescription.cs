using System.Collections.Immutable;
using System.Reflection;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>A world in words: how many elements of each carrier, and each operation of the theories as a table.</summary>
internal static class WorldDescription
{
    private const int LongestTable = 24;

    /// <summary>The sizes: <c>2 Node, 1 Address</c>.</summary>
    internal static ImmutableArray<WorldCarrier> Sizes(World world) =>
    [
        // What theories quantify over comes first.
        .. world.Carriers
            .OrderByDescending(c => world.Scene.Theories.Any(t => t.Type.GetInterfaces().Prepend(t.Type).SelectMany(i => i.GetProperties()).Any(p => p.PropertyType == typeof(Domain<>).MakeGenericType(c.Type))))
            .Select(c => new WorldCarrier(c.Type.Name, c.Elements.Length)),
    ];

    /// <summary>The operations of all theories.</summary>
    internal static ImmutableArray<WorldTable> Tables(World world) =>
        [.. world.Scene.Theories.SelectMany(t => TheoryTables.OperationsOf(t.Type).Select(o => Table(world, world.Theory(t), o))).DistinctBy(t => (t.Name, t.Text))];

    private static WorldTable Table(World world, object theory, MethodInfo operation)
    {
        var name = operation.IsSpecialName && operation.Name.StartsWith("get_", StringComparison.Ordinal) ? operation.Name[4..] : operation.Name;
        IEnumerable<object?[]> rows = [[]];
        foreach (var parameter in operation.GetParameters())
            rows = rows.SelectMany(_ => world.Universe.Values(parameter.ParameterType), (row, value) => (object?[])[.. row, value]);
        var entries = rows.Select(r => (Arguments: r, Value: operation.Invoke(theory, r))).ToArray();
        return new WorldTable(name, Text(operation, entries));
    }

    private static string Text(MethodInfo operation, (object?[] Arguments, object? Value)[] entries)
    {
        var parameters = operation.GetParameters();
        if (parameters.Length == 0) return ValueText.Of(entries[0].Value);
        if (operation.ReturnType == typeof(bool))
        {
            var tuples = entries.Where(e => e.Value is true).Select(e => e.Arguments).ToArray();
            if (parameters.Length == 2 && parameters[0].ParameterType == parameters[1].ParameterType && Chain(tuples, entries) is { } order) return order;
            return Shortened([.. tuples.Select(t => t.Length == 1 ? ValueText.Of(t[0]) : $"({string.Join(", ", t.Select(ValueText.Of))})")], "{", "}");
        }

        if (parameters.Length == 1 && parameters[0].ParameterType == operation.ReturnType && Cycle(entries) is { } cycle) return cycle;
        return Shortened(
            [.. entries.Select(e => $"{(e.Arguments.Length == 1 ? ValueText.Of(e.Arguments[0]) : $"({string.Join(", ", e.Arguments.Select(ValueText.Of))})")}: {ValueText.Of(e.Value)}")],
            "{ ", " }");
    }

    private static string Shortened(ImmutableArray<string> entries, string open, string close) =>
        entries.IsEmpty ? "{}"
        : entries.Length <= LongestTable ? $"{open}{string.Join(", ", entries)}{close}"
        : $"{open}{string.Join(", ", entries.Take(LongestTable))}, ... {entries.Length - LongestTable} more{close}";

    /// <summary>A strict total order as a chain of its elements.</summary>
    private static string? Chain(object?[][] pairs, (object?[] Arguments, object? Value)[] entries)
    {
        var elements = entries.Select(e => e.Arguments[0]!).Distinct().ToArray();
        var ranked = elements.OrderBy(e => pairs.Count(p => Equals(p[1], e))).ToArray();
        var set = pairs.Select(p => (p[0]!, p[1]!)).ToHashSet();
        var isOrder = set.Count == elements.Length * (elements.Length - 1) / 2
            && Enumerable.Range(0, ranked.Length).All(i => Enumerable.Range(i + 1, ranked.Length - i - 1).All(j => set.Contains((ranked[i], ranked[j]))));
        return isOrder && elements.Length > 0 ? string.Join(" < ", ranked.Select(ValueText.Of)) : null;
    }

    /// <summary>A permutation with one cycle as the way around.</summary>
    private static string? Cycle((object?[] Arguments, object? Value)[] entries)
    {
        var next = entries.ToDictionary(e => e.Arguments[0]!, e => e.Value!);
        var way = new List<object> { entries[0].Arguments[0]! };
        while (next[way[^1]] is var following && !way.Contains(following)) way.Add(following);
        return way.Count == next.Count && Equals(next[way[^1]], way[0]) ? string.Join(" -> ", way.Append(way[0]).Select(ValueText.Of)) : null;
    }
}
