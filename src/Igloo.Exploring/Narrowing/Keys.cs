using System.Collections;
using System.Collections.Concurrent;
using Igloo.Values;

namespace Igloo.Exploring.Narrowing;

/// <summary>What membership in a collection ranges over: elements, or the keys of a map.</summary>
internal abstract class Keys
{
    private static readonly ConcurrentDictionary<Type, Keys> Known = new();

    public static IEnumerable Of(IEnumerable collection) =>
        collection.GetType() is var type && type.IsOf(typeof(FiniteMap<,>))
            ? Known.GetOrAdd(type, static t => (Keys)Activator.CreateInstance(typeof(OfMap<,>).MakeGenericType(t.GetGenericArguments()))!).List(collection)
            : collection;

    protected abstract IEnumerable List(IEnumerable map);

    private sealed class OfMap<K, V> : Keys
    {
        protected override IEnumerable List(IEnumerable map) => ((FiniteMap<K, V>)map).Keys;
    }
}
