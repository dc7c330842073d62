using System.Collections.Immutable;
using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Assertions;

/// <summary>
/// An I/O specification φ ::= b | c | φ₁ ⋆ φ₂ | ∃ v. φ | ∃ t. φ, co-inductive: parts are unfolded when they are asked for, so that it
/// may be infinite.
/// </summary>
/// <remarks>Igloo (OOPSLA 2020), section 2.2.</remarks>
public abstract class Assertion
{
    private Assertion()
    {
    }

    /// <summary>The assertion true.</summary>
    public static Assertion True { get; } = new Boolean(true);

    /// <summary>The assertion false.</summary>
    public static Assertion False { get; } = new Boolean(false);

    /// <summary>Separating conjunction, φ₁ ⋆ φ₂.</summary>
    /// <param name="first">The first part.</param>
    /// <param name="second">The second part, unfolded when asked for.</param>
    public static Assertion Star(Assertion first, Func<Assertion> second) => new Separating(first, new Lazy<Assertion>(second));

    /// <summary>Iterated separating conjunction, ∀⋆ v ∈ S. φ: co-recursively φ(v₁) ⋆ (∀⋆ v ∈ S \ {v₁}. φ), true for no values.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="values">The countable set S, enumerated when asked for.</param>
    /// <param name="body">The assertion φ for a value.</param>
    public static Assertion Iterated<T>(IEnumerable<T> values, Func<T, Assertion> body)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(body);
        return Rest(values.GetEnumerator());

        // Each step of the enumerator is taken once, by the Lazy of the part before.
        Assertion Rest(IEnumerator<T> remaining) => remaining.MoveNext() ? Star(body(remaining.Current), () => Rest(remaining)) : True;
    }

    /// <summary>A condition b that does not depend on the heap.</summary>
    public sealed class Boolean(bool value) : Assertion
    {
        /// <summary>Its truth.</summary>
        public bool Value { get; } = value;
    }

    /// <summary>A chunk c.</summary>
    public sealed class Points(Chunk chunk) : Assertion
    {
        /// <summary>The chunk.</summary>
        public Chunk Chunk { get; } = chunk;
    }

    /// <summary>φ₁ ⋆ φ₂.</summary>
    public sealed class Separating(Assertion first, Lazy<Assertion> second) : Assertion
    {
        /// <summary>The first part.</summary>
        public Assertion First { get; } = first;

        /// <summary>The second part.</summary>
        public Assertion Second => second.Value;

        internal Lazy<Assertion> Rest => second;
    }

    /// <summary>∃ v. φ, over the values Values.</summary>
    public sealed class ExistsValue(string name, Func<object, Assertion> body) : Assertion
    {
        /// <summary>The name v, for printing.</summary>
        public string Name { get; } = name;

        /// <summary>φ[value/v].</summary>
        public Assertion Body(object value) => body(value);
    }

    /// <summary>∃ t. φ, over the places.</summary>
    public sealed class ExistsPlace(string name, Func<Place, Assertion> body) : Assertion
    {
        /// <summary>The name t, for printing.</summary>
        public string Name { get; } = name;

        /// <summary>φ[place/t].</summary>
        public Assertion Body(Place place) => body(place);
    }

    /// <summary>
    /// An instance of a co-recursively defined predicate. Two with the same name and arguments are the same assertion, which lets a check
    /// notice that it has come round.
    /// </summary>
    public sealed class Predicate(string name, ImmutableArray<object> arguments, Func<Assertion> body) : Assertion, IEquatable<Predicate>
    {
        /// <summary>The name.</summary>
        public string Name { get; } = name;

        /// <summary>The arguments, compared by value.</summary>
        public ImmutableArray<object> Arguments { get; } = arguments;

        /// <summary>The definition at these arguments.</summary>
        public Assertion Unfold() => body();

        /// <inheritdoc/>
        public bool Equals(Predicate? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Predicate);

        /// <inheritdoc/>
        public override int GetHashCode() => Arguments.Aggregate(Name.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }
}
