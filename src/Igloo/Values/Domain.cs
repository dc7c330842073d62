using System.Collections;
using System.Runtime.CompilerServices;
using Igloo.Terms.Evaluation;
using Igloo.Values.Storage;

namespace Igloo.Values;

/// <summary>
/// The range of a quantifier: a finite list in execution, the whole sort in a proof. A theory supplies it; there is no ambient
/// universe.
/// </summary>
/// <typeparam name="T">The type of the elements, compared by value.</typeparam>
/// <remarks>Two domains are equal when they have the same elements. Enumerates in the order given. Immutable.</remarks>
[CollectionBuilder(typeof(CollectionExpressions), nameof(CollectionExpressions.Domain))]
public sealed class Domain<T> : IReadOnlyCollection<T>, IEquatable<Domain<T>>
{
    private readonly T[] elements;
    private readonly Set<T> set;
    private int leastIndex = -1;

    internal static ICollectionOperations Operations { get; } = new DomainOperations<T>();

    /// <summary>The domain of the given elements; repetitions count once.</summary>
    /// <param name="elements">The elements, in the order in which execution tries them.</param>
    public Domain(IEnumerable<T> elements)
        : this(ToSpan(elements))
    {
    }

    private Domain(ReadOnlySpan<T> elements)
    {
        set = Set<T>.Of(elements);
        this.elements = set.Count == elements.Length ? elements.ToArray() : Distinct(elements);
    }

    /// <summary>The number of elements in execution. Without meaning in a proof.</summary>
    public int Count => elements.Length;

    internal ReadOnlySpan<T> Elements => elements;

    /// <summary>The least element, the same one for equal domains. It depends on no order of enumeration, which may differ between equal domains.</summary>
    private T Least
    {
        get
        {
            // Computed by several threads at worst, always with the same result.
            if (leastIndex < 0) leastIndex = IndexOfLeast();
            return elements[leastIndex];
        }
    }

    /// <summary>The domain of the given elements; repetitions count once.</summary>
    /// <param name="elements">The elements, in the order in which execution tries them.</param>
    public static Domain<T> Of(params ReadOnlySpan<T> elements) => new(elements);

    /// <summary>Membership, x ∈ D; true of everything in a proof.</summary>
    /// <param name="element">The value looked for.</param>
    public bool Contains(T element) => set.Contains(element);

    /// <summary>Universal quantification, ∀ x ∈ D. p(x).</summary>
    /// <param name="predicate">The predicate p.</param>
    public bool All(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (var element in elements)
            if (!predicate(element)) return false;
        return true;
    }

    /// <summary>Existential quantification, ∃ x ∈ D. p(x).</summary>
    /// <param name="predicate">The predicate p.</param>
    public bool Exists(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (var element in elements)
            if (predicate(element)) return true;
        return false;
    }

    /// <summary>The set of all elements.</summary>
    public Set<T> ToSet() => set;

    /// <summary>Comprehension, {x ∈ D | p(x)}.</summary>
    /// <param name="predicate">The predicate p, which elements are kept.</param>
    public Set<T> Where(Func<T, bool> predicate) => set.Where(predicate);

    /// <summary>
    /// The total map that gives each element of the domain the value of the function. Its default, which it has
    /// outside the domain, is the value of the least element: in the elements' own order where they have one, otherwise in that of their texts.
    /// </summary>
    /// <typeparam name="V">The type of the values.</typeparam>
    /// <param name="value">The function.</param>
    /// <exception cref="InvalidOperationException">The domain is empty.</exception>
    public Map<T, V> ToMap<V>(Func<T, V> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (Count == 0) throw new InvalidOperationException("A total map over an empty domain has no default.");
        return set.Aggregate(Map<T, V>.Constant(value(Least)), (map, element) => map.Set(element, value(element)));
    }

    /// <summary>A domain with a least element of the caller's choice, for the world of a counterexample, where the proof has chosen it.</summary>
    /// <exception cref="ArgumentException">It is not among the elements.</exception>
    internal static Domain<T> WithLeast(IEnumerable<T> elements, T least)
    {
        var domain = new Domain<T>(elements);
        domain.leastIndex = Array.FindIndex(domain.elements, e => Hashing.AreEqual(e, least));
        return domain.leastIndex >= 0 ? domain : throw new ArgumentException($"{ValueText.Of(least)} is not among {domain}.", nameof(least));
    }

    /// <summary>Whether both have the same elements.</summary>
    /// <param name="other">The other domain.</param>
    public bool Equals(Domain<T>? other) => other is not null && set.Equals(other.set);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Domain<T>);

    /// <summary>A hash code of the elements, whatever their order.</summary>
    public override int GetHashCode() => set.GetHashCode();

    /// <summary>The elements in ascending order, as in <c>{0, 1}</c>.</summary>
    public override string ToString() => set.ToString();

    /// <summary>Enumerates the elements in the order given.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality by value.</summary>
    /// <param name="left">A domain.</param>
    /// <param name="right">Another domain.</param>
    public static bool operator ==(Domain<T>? left, Domain<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">A domain.</param>
    /// <param name="right">Another domain.</param>
    public static bool operator !=(Domain<T>? left, Domain<T>? right) => !(left == right);

    private int IndexOfLeast()
    {
        var least = 0;
        for (var i = 1; i < elements.Length; i++)
        {
            var order = ElementOrder<T>.Instance.Compare(elements[i], elements[least]);
            if (order < 0 || (order == 0 && Hashing.Of(elements[i]) < Hashing.Of(elements[least]))) least = i;
        }

        return least;
    }

    private static ReadOnlySpan<T> ToSpan(IEnumerable<T> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return elements.ToArray();
    }

    private static T[] Distinct(ReadOnlySpan<T> elements)
    {
        var seen = Set<T>.Empty;
        var distinct = new List<T>(elements.Length);
        foreach (var element in elements)
        {
            var grown = seen.Add(element);
            if (!ReferenceEquals(grown, seen)) distinct.Add(element);
            seen = grown;
        }

        return [.. distinct];
    }
}
