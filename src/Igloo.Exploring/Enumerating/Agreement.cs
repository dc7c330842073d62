using System.Runtime.CompilerServices;
using Igloo.Values;

namespace Igloo.Exploring.Enumerating;

/// <summary>
/// Equality of values as functions on a finite universe. A total map that was decoded from a proof has an arbitrary default;
/// at the keys that exist it may still be the map that execution computes.
/// </summary>
internal abstract class Agreement
{
    /// <summary>Whether two values agree.</summary>
    public static bool Holds(Universe universe, object? a, object? b)
    {
        if (Equals(a, b)) return true;
        if (a is null || b is null || a.GetType() != b.GetType()) return false;
        var type = a.GetType();
        if (type.IsOf(typeof(Map<,>)))
        {
            return ((Agreement)Activator.CreateInstance(typeof(OfMaps<,>).MakeGenericType(type.GetGenericArguments()))!).OnKeys(universe, a, b);
        }

        if (a is ITuple left && b is ITuple right && type.IsValueType)
        {
            return Enumerable.Range(0, left.Length).All(i => Holds(universe, left[i], right[i]));
        }

        return Shape.ConstructorOf(type) is { } record
            && record.GetParameters().Select(p => Shape.PropertyOf(type, p)!).All(p => Holds(universe, p.GetValue(a), p.GetValue(b)))
            && record.GetParameters().Length > 0;
    }

    protected abstract bool OnKeys(Universe universe, object a, object b);

    private sealed class OfMaps<K, V> : Agreement
    {
        protected override bool OnKeys(Universe universe, object a, object b)
        {
            var (left, right) = ((Map<K, V>)a, (Map<K, V>)b);
            return universe.Values(typeof(K)).Cast<K>().All(key => Holds(universe, left[key], right[key]));
        }
    }
}
