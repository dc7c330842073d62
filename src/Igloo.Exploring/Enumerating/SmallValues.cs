using Igloo.Values;

namespace Igloo.Exploring.Enumerating;

/// <summary>Some small values of types that have no list of all: short sequences, small maps, and what is built from them.</summary>
/// <param name="universe">The lists of other types.</param>
internal sealed class SmallValues(Universe universe)
{
    private const int MostOfEach = 4;

    private readonly HashSet<Type> under = [];

    /// <summary>All values of a type that has a list, else some.</summary>
    /// <param name="type">The type.</param>
    /// <param name="place">What needs them, for messages.</param>
    /// <exception cref="NotEnumerableException">There are none, as of texts.</exception>
    public IReadOnlyList<object?> Of(Type type, string place)
    {
        try
        {
            return universe.Values(type, place);
        }
        catch (NotEnumerableException)
        {
            if (!under.Add(type)) throw;
            var some = Some(type, place);
            under.Remove(type);
            if (some.Count == 0) throw;
            return some;
        }
    }

    private IReadOnlyList<object?> Some(Type type, string place)
    {
        if (Collections.Of(type) is { } collections) return collections.Small([.. type.GetGenericArguments().Select(t => Few(t, place))]);
        if (type.IsAbstract) return [.. Shape.CasesOf(type).SelectMany(c => Few(c, place))];
        if (Universe.IsTuple(type)) return [.. Product.Of([.. type.GetGenericArguments().Select(t => Few(t, place))]).Select(type.GetConstructors().Single().Invoke)];
        return Shape.ConstructorOf(type) is { } constructor
            ? [.. Product.Of([.. constructor.GetParameters().Select(p => Few(p.ParameterType, place))]).Select(constructor.Invoke)]
            : [];
    }

    private IReadOnlyList<object?> Few(Type type, string place)
    {
        try
        {
            return [.. Of(type, place).Take(MostOfEach)];
        }
        catch (NotEnumerableException)
        {
            return [];
        }
    }

    /// <summary>Builds collections of types that are only known at run time.</summary>
    private abstract class Collections
    {
        public static Collections? Of(Type type)
        {
            if (!type.IsGenericType) return null;
            var definition = type.GetGenericTypeDefinition();
            var builder = definition == typeof(Seq<>) ? typeof(Sequences<>)
                : definition == typeof(Set<>) ? typeof(Sets<>)
                : definition == typeof(Bag<>) ? typeof(Bags<>)
                : definition == typeof(FiniteMap<,>) ? typeof(FiniteMaps<,>)
                : definition == typeof(Map<,>) ? typeof(Maps<,>)
                : null;
            return builder is null ? null : (Collections)Activator.CreateInstance(builder.MakeGenericType(type.GetGenericArguments()))!;
        }

        /// <summary>Collections of at most two of the given elements, smaller ones first.</summary>
        public abstract IReadOnlyList<object> Small(IReadOnlyList<IReadOnlyList<object?>> parts);

        protected static IEnumerable<T[]> UpToTwo<T>(IReadOnlyList<object?> elements) =>
            Enumerable.Range(0, 3).SelectMany(length => Product.Of([.. Enumerable.Repeat(elements, length)])).Select(chosen => chosen.Select(x => (T)x!).ToArray());
    }

    private sealed class Sequences<T> : Collections
    {
        public override IReadOnlyList<object> Small(IReadOnlyList<IReadOnlyList<object?>> parts) => [.. UpToTwo<T>(parts[0]).Select(x => Seq<T>.Of(x))];
    }

    private sealed class Sets<T> : Collections
    {
        public override IReadOnlyList<object> Small(IReadOnlyList<IReadOnlyList<object?>> parts) => [.. UpToTwo<T>(parts[0]).Select(x => Set<T>.Of(x)).Distinct()];
    }

    private sealed class Bags<T> : Collections
    {
        public override IReadOnlyList<object> Small(IReadOnlyList<IReadOnlyList<object?>> parts) => [.. UpToTwo<T>(parts[0]).Select(x => Bag<T>.Of(x)).Distinct()];
    }

    private sealed class FiniteMaps<K, V> : Collections
    {
        public override IReadOnlyList<object> Small(IReadOnlyList<IReadOnlyList<object?>> parts) =>
            [FiniteMap<K, V>.Empty, .. Product.Of(parts).Select(x => FiniteMap<K, V>.Empty.Set((K)x[0]!, (V)x[1]!))];
    }

    private sealed class Maps<K, V> : Collections
    {
        public override IReadOnlyList<object> Small(IReadOnlyList<IReadOnlyList<object?>> parts) =>
        [
            .. parts[1].Select(x => Map<K, V>.Constant((V)x!)),
            .. from rest in parts[1] from x in Product.Of(parts) where !Equals(x[1], rest) select Map<K, V>.Constant((V)rest!).Set((K)x[0]!, (V)x[1]!),
        ];
    }
}
