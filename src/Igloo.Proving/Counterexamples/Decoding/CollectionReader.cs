using Igloo.Models;
using Igloo.Proving.Symbolic;
using Igloo.Values;

namespace Igloo.Proving.Counterexamples.Decoding;

/// <summary>Builds collections of a type that is only known at run time.</summary>
internal abstract class CollectionReader
{
    /// <summary>The reader for a closed collection type, or null if the type is none.</summary>
    internal static CollectionReader? Of(Type type)
    {
        if (!type.IsGenericType) return null;
        var definition = type.GetGenericTypeDefinition();
        var reader = definition == typeof(Set<>) ? typeof(OfSets<>)
            : definition == typeof(Past<>) ? typeof(OfPasts<>)
            : definition == typeof(Map<,>) ? typeof(OfMaps<,>)
            : definition == typeof(FiniteMap<,>) ? typeof(OfFiniteMaps<,>)
            : definition == typeof(Bag<>) ? typeof(OfBags<>)
            : definition == typeof(Seq<>) ? typeof(OfSequences<>)
            : null;
        return reader is null ? null : (CollectionReader)Activator.CreateInstance(reader.MakeGenericType(type.GetGenericArguments()), nonPublic: true)!;
    }

    /// <summary>The collection.</summary>
    /// <param name="decoder">Decodes its parts.</param>
    /// <param name="value">The symbolic collection.</param>
    internal abstract object Read(ValueDecoder decoder, SymbolicValue value);

    private sealed class OfSets<T> : CollectionReader
    {
        internal override object Read(ValueDecoder decoder, SymbolicValue value)
        {
            var set = (SymbolicValue.SetValue)value;
            Set<T> found = Set<T>.Of([.. decoder.Keys(typeof(T)).Where(k => decoder.Holds(set.Contains(k.Symbolic))).Select(k => (T)k.Value!)]);
            // A fresh instance, because the empty set is shared and this one may be marked infinite.
            return decoder.Mark(found, decoder.Beyond(typeof(T)).Any(k => decoder.Holds(set.Contains(k))));
        }
    }

    private sealed class OfPasts<T> : CollectionReader
        where T : class
    {
        internal override object Read(ValueDecoder decoder, SymbolicValue value)
        {
            var set = (SymbolicValue.SetValue)value;
            var past = decoder.Keys(typeof(T)).Where(k => decoder.Holds(set.Contains(k.Symbolic))).Aggregate(Past<T>.Empty, (p, k) => p.Add((T)k.Value!));
            return decoder.Mark(past, decoder.Beyond(typeof(T)).Any(k => decoder.Holds(set.Contains(k))));
        }
    }

    private sealed class OfMaps<K, V> : CollectionReader
    {
        internal override object Read(ValueDecoder decoder, SymbolicValue value)
        {
            var map = (SymbolicValue.MapValue)value;
            var entries = decoder.Keys(typeof(K)).Select(k => (Key: (K)k.Value!, Value: (V)decoder.Read(map.Get(k.Symbolic), typeof(V))!)).ToArray();
            var beyond = decoder.Beyond(typeof(K)).Select(k => (V)decoder.Read(map.Get(k), typeof(V))!).ToArray();
            var isObserved = decoder.IsObserved(map.Default, typeof(V));
            // Where nothing depends on the default, it is the value far away on an infinite type of keys, on a finite one the commonest
            // value, of those the simplest.
            var @default = isObserved ? (V)decoder.Read(map.Default, typeof(V))!
                : beyond.Length > 0 ? beyond[0]
                : entries.GroupBy(e => e.Value).OrderByDescending(g => g.Count()).ThenBy(g => ValueText.Of(g.Key).Length).ThenBy(g => ValueText.Of(g.Key), StringComparer.Ordinal).First().Key;
            var read = entries.Aggregate(Map<K, V>.Constant(@default), (m, e) => m.Set(e.Key, e.Value));
            if (isObserved && beyond.Length == 0 && read.Exceptions.Count == entries.Length) decoder.HasHiddenDefaults = true;
            return decoder.Mark(read, beyond.Append(@default).Distinct().Count() > 1 && beyond.Length > 0);
        }
    }

    private sealed class OfFiniteMaps<K, V> : CollectionReader
    {
        internal override object Read(ValueDecoder decoder, SymbolicValue value)
        {
            var map = (SymbolicValue.FiniteMap)value;
            var read = decoder.Keys(typeof(K)).Where(k => decoder.Holds(map.Contains(k.Symbolic)))
                .Aggregate(FiniteMap<K, V>.Empty, (m, k) => m.Set((K)k.Value!, (V)decoder.Read(map.Get(k.Symbolic), typeof(V))!));
            return decoder.Mark(read, decoder.Beyond(typeof(K)).Any(k => decoder.Holds(map.Contains(k))));
        }
    }

    private sealed class OfBags<T> : CollectionReader
    {
        internal override object Read(ValueDecoder decoder, SymbolicValue value)
        {
            var bag = (SymbolicValue.Bag)value;
            var read = Bag<T>.Empty;
            foreach (var key in decoder.Keys(typeof(T)))
                for (var left = decoder.Count(bag.Count(key.Symbolic)); left > 0; left--) read = read.Add((T)key.Value!);
            return decoder.Mark(read, decoder.Beyond(typeof(T)).Any(k => decoder.Count(bag.Count(k)) > 0));
        }
    }

    private sealed class OfSequences<T> : CollectionReader
    {
        internal override object Read(ValueDecoder decoder, SymbolicValue value)
        {
            var sequence = (SymbolicValue.Sequence)value;
            var length = decoder.Count(sequence.Length);
            return Seq<T>.Of([.. Enumerable.Range(0, length).Select(i => (T)decoder.Read(sequence.At(Logic.Fol.Integer(i)), typeof(T))!)]);
        }
    }
}
