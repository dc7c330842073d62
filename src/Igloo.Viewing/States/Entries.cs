using System.Reflection;
using Igloo.Exploring;
using Igloo.Values;

namespace Igloo.Viewing.States;

/// <summary>The entries of maps whose types are known at run time only.</summary>
internal abstract class Entries
{
    private const int MostKeys = 200;

    /// <summary>The entries by the text of their keys, in the order of the keys; null where the value is no map.</summary>
    public static IReadOnlyList<(string Key, object? Value)>? Of(object? value, Universe universe)
    {
        var type = value?.GetType();
        if (type is not { IsGenericType: true }) return null;
        var definition = type.GetGenericTypeDefinition();
        var reader = definition == typeof(Map<,>) ? typeof(OfMap<,>) : definition == typeof(FiniteMap<,>) ? typeof(OfFiniteMap<,>) : null;
        return reader is null ? null : ((Entries)Activator.CreateInstance(reader.MakeGenericType(type.GetGenericArguments()))!).Read(value!, universe);
    }

    protected abstract IReadOnlyList<(string Key, object? Value)> Read(object map, Universe universe);

    private sealed class OfMap<K, V> : Entries
    {
        protected override IReadOnlyList<(string Key, object? Value)> Read(object map, Universe universe)
        {
            var typed = (Map<K, V>)map;

            // A total map has a value for every key there is; where the keys cannot be listed, for those that differ from the rest.
            return Keys(universe) is { } keys
                ? [.. keys.Select(k => (ValueText.Of(k), (object?)typed[k]))]
                : [.. typed.Exceptions.Select(e => (ValueText.Of(e.Key), (object?)e.Value)).OrderBy(e => e.Item1, ItemOrder.Instance), ("otherwise", typed.Default)];
        }

        private static List<K>? Keys(Universe universe)
        {
            try
            {
                var keys = universe.Values(typeof(K));
                return keys.Count <= MostKeys ? [.. keys.Cast<K>()] : null;
            }
            catch (Exception unlisted) when (unlisted is NotEnumerableException or TargetInvocationException)
            {
                return null;
            }
        }
    }

    private sealed class OfFiniteMap<K, V> : Entries
    {
        protected override IReadOnlyList<(string Key, object? Value)> Read(object map, Universe universe) =>
            [.. ((FiniteMap<K, V>)map).Select(e => (ValueText.Of(e.Key), (object?)e.Value)).OrderBy(e => e.Item1, ItemOrder.Instance)];
    }
}
