namespace Igloo.Values;

/// <summary>Look-up with an option as its result, for maps whose values are structs.</summary>
public static class FiniteMapOfStructs
{
    /// <summary>Partial application: m(k) where k ∈ dom m, otherwise null.</summary>
    /// <param name="map">The map m.</param>
    /// <param name="key">The argument k.</param>
    public static V? Find<K, V>(this FiniteMap<K, V> map, K key)
        where V : struct
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.TryGet(key, out var value) ? value : null;
    }
}
