using Igloo.Exploring.Packed.Diagrams;
using Igloo.Terms.Evaluation;
using Igloo.Values;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>Takes collections of a type that is only known at run time apart into their parts, and builds them again.</summary>
/// <param name="kind">The collection.</param>
/// <param name="index">The elements or keys; of sequences the places.</param>
internal abstract class CollectionParts(CollectionKind kind, ValueRange index)
{
    public CollectionKind Kind { get; } = kind;

    /// <summary>The elements or keys; of sequences the places.</summary>
    public ValueRange Index { get; } = index;

    /// <summary>The number of parts.</summary>
    public int Count => Kind switch
    {
        CollectionKind.Map or CollectionKind.Seq => Index.Count + 1,
        CollectionKind.FiniteMap => Index.Count * 2,
        _ => Index.Count,
    };

    /// <summary>What a type of terms is a collection of, or null if it is none.</summary>
    public static (CollectionKind Kind, Type Index, Type? Content)? Describe(Type type)
    {
        if (!type.IsGenericType) return null;
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        return definition == typeof(Set<>) ? (CollectionKind.Set, arguments[0], null)
            : definition == typeof(Map<,>) ? (CollectionKind.Map, arguments[0], arguments[1])
            : definition == typeof(FiniteMap<,>) ? (CollectionKind.FiniteMap, arguments[0], arguments[1])
            : definition == typeof(Bag<>) ? (CollectionKind.Bag, arguments[0], null)
            : definition == typeof(Seq<>) ? (CollectionKind.Seq, arguments[0], arguments[0])
            : null;
    }

    /// <summary>The parts of a type of terms that is a collection.</summary>
    public static CollectionParts Of(Type type, ValueRanges ranges)
    {
        var (kind, element, _) = Describe(type)!.Value;
        var parts = kind switch
        {
            CollectionKind.Set => typeof(OfSet<>),
            CollectionKind.Map => typeof(OfMap<,>),
            CollectionKind.FiniteMap => typeof(OfFiniteMap<,>),
            CollectionKind.Bag => typeof(OfBag<>),
            _ => typeof(OfSeq<>),
        };
        var index = kind == CollectionKind.Seq ? new ValueRange(Enumerable.Range(0, ranges.Bounds.Length).Cast<object>()) : ranges.Of(element);
        return (CollectionParts)Activator.CreateInstance(parts.MakeGenericType(NativeTypes.Of(type).GetGenericArguments()), index)!;
    }

    /// <summary>The parts of a collection; of absent keys and unused places null.</summary>
    /// <exception cref="GroundingException">It contains what is not in the index.</exception>
    public abstract object?[] Split(object collection);

    /// <summary>The collection of given parts.</summary>
    public abstract object Join(ReadOnlySpan<object?> parts);

    private int Place(object key) =>
        Index.IndexOf(key) is >= 0 and var place ? place : throw new GroundingException($"contains {ValueText.Of(key)}, which is not in the universe");

    private sealed class OfSet<T>(ValueRange index) : CollectionParts(CollectionKind.Set, index)
    {
        public override object?[] Split(object collection)
        {
            var parts = new object?[Count];
            Array.Fill(parts, false);
            foreach (var element in (Set<T>)collection) parts[Place(element!)] = true;
            return parts;
        }

        public override object Join(ReadOnlySpan<object?> parts)
        {
            var members = new List<T>();
            for (var i = 0; i < parts.Length; i++)
            {
                if (parts[i] is true) members.Add((T)Index.Values[i]);
            }

            return Set<T>.Of([.. members]);
        }
    }

    private sealed class OfMap<K, V>(ValueRange index) : CollectionParts(CollectionKind.Map, index)
    {
        public override object?[] Split(object collection)
        {
            var map = (Map<K, V>)collection;
            foreach (var exception in map.Exceptions) Place(exception.Key!);
            return [map.Default, .. Index.Values.Select(key => (object?)map[(K)key])];
        }

        public override object Join(ReadOnlySpan<object?> parts)
        {
            var map = Map<K, V>.Constant((V)parts[0]!);
            for (var i = 0; i < Index.Count; i++) map = map.Set((K)Index.Values[i], (V)parts[i + 1]!);
            return map;
        }
    }

    private sealed class OfFiniteMap<K, V>(ValueRange index) : CollectionParts(CollectionKind.FiniteMap, index)
        where K : notnull
    {
        public override object?[] Split(object collection)
        {
            var parts = new object?[Count];
            for (var i = 0; i < parts.Length; i += 2) parts[i] = false;
            foreach (var entry in (FiniteMap<K, V>)collection)
            {
                var place = Place(entry.Key);
                parts[2 * place] = true;
                parts[(2 * place) + 1] = entry.Value;
            }

            return parts;
        }

        public override object Join(ReadOnlySpan<object?> parts)
        {
            var map = FiniteMap<K, V>.Empty;
            for (var i = 0; i < Index.Count; i++)
            {
                if (parts[2 * i] is true) map = map.Set((K)Index.Values[i], (V)parts[(2 * i) + 1]!);
            }

            return map;
        }
    }

    private sealed class OfBag<T>(ValueRange index) : CollectionParts(CollectionKind.Bag, index)
        where T : notnull
    {
        public override object?[] Split(object collection)
        {
            var bag = (Bag<T>)collection;
            foreach (var element in bag) Place(element);
            return [.. Index.Values.Select(element => (object?)bag.CountOf((T)element))];
        }

        public override object Join(ReadOnlySpan<object?> parts)
        {
            var bag = Bag<T>.Empty;
            for (var i = 0; i < parts.Length; i++)
            {
                for (var n = (int)parts[i]!; n > 0; n--) bag = bag.Add((T)Index.Values[i]);
            }

            return bag;
        }
    }

    private sealed class OfSeq<T>(ValueRange index) : CollectionParts(CollectionKind.Seq, index)
    {
        public override object?[] Split(object collection)
        {
            var seq = (Seq<T>)collection;
            if (seq.Count > Index.Count) throw new OutOfBoundsException($"has length {seq.Count}, beyond {Index.Count}");
            var parts = new object?[Count];
            parts[0] = seq.Count;
            for (var i = 0; i < seq.Count; i++) parts[i + 1] = seq[i];
            return parts;
        }

        public override object Join(ReadOnlySpan<object?> parts)
        {
            var seq = Seq<T>.Empty;
            for (var i = 0; i < (int)parts[0]!; i++) seq = seq.Append((T)parts[i + 1]!);
            return seq;
        }
    }
}
