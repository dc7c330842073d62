using System.Collections;
using System.Collections.Immutable;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Explaining;

/// <summary>States and their differences as text.</summary>
internal static class StateViews
{
    /// <summary>A state field by field.</summary>
    internal static StateView Of(World world, string label, string name, object? state)
    {
        if (state is null) return new(label, [new("", "not enabled")]);
        return ClrTypes.Fields(state.GetType()) is { } fields
            ? new(label, [.. fields.Select(f => new NamedValue(f.Name, Text(world, $"{name}.{f.Name}", f.Get(state))))])
            : new(label, [new("", Text(world, name, state))]);
    }

    /// <summary>What differs between two states, total maps key by key.</summary>
    internal static ImmutableArray<FieldChange> Changes(World world, object before, object after)
    {
        if (ClrTypes.Fields(before.GetType()) is not { } fields || before.GetType() != after.GetType()) return [];
        return [.. fields.SelectMany(f => Differences(world, f.Name, f.Get(before), f.Get(after)))];
    }

    private static IEnumerable<FieldChange> Differences(World world, string place, object? before, object? after)
    {
        if (Equals(before, after)) yield break;
        var type = (before ?? after)!.GetType();
        if (type.IsOf(typeof(Map<,>)) && !world.HasIntegers(type.GetGenericArguments()[0]))
        {
            var item = type.GetProperty("Item")!;
            foreach (var key in world.Universe.Values(type.GetGenericArguments()[0]))
                foreach (var change in Differences(world, $"{place}[{ValueText.Of(key)}]", item.GetValue(before, [key]), item.GetValue(after, [key])))
                    yield return change;
        }
        else if (before is not null && after is not null && type == after.GetType() && !type.IsValueType && ClrTypes.Fields(type) is { Count: > 0 } fields && type is not IEnumerable)
        {
            foreach (var field in fields)
                foreach (var change in Differences(world, $"{place}.{field.Name}", field.Get(before), field.Get(after)))
                    yield return change;
        }
        else
        {
            yield return new(place, WorldText.Of(world, before), WorldText.Of(world, after));
        }
    }

    private static string Text(World world, string place, object? value) =>
        WorldText.Of(world, value) + (world.Decoder.Infinite.Any(i => i == place || i.StartsWith(place + ".", StringComparison.Ordinal)) ? " and infinitely many more" : "");
}
