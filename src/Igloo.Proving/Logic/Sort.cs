using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>
/// A sort of many-sorted first-order logic: the Booleans, the integers, an uninterpreted sort or an enumeration.
/// A closed hierarchy; every sort is non-empty. Immutable, with value equality.
/// </summary>
public abstract class Sort : IEquatable<Sort>
{
    private Sort(string name, ulong stableHash)
    {
        Name = name;
        StableHash = stableHash;
    }

    /// <summary>The sort of truth values.</summary>
    public static Sort Bool { get; } = new Boolean();

    /// <summary>The sort of mathematical integers.</summary>
    public static Sort Int { get; } = new Integer();

    /// <summary>The sort's name, unique within a query.</summary>
    public string Name { get; }

    internal ulong StableHash { get; }

    /// <inheritdoc/>
    public abstract bool Equals(Sort? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => obj is Sort other && Equals(other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Logic.StableHash.Fold(StableHash);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    /// <summary>Whether two sorts are the same sort.</summary>
    public static bool operator ==(Sort? left, Sort? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two sorts differ.</summary>
    public static bool operator !=(Sort? left, Sort? right) => !(left == right);

    /// <summary>The truth values.</summary>
    public sealed class Boolean : Sort
    {
        internal Boolean() : base("Bool", 1) { }

        /// <inheritdoc/>
        public override bool Equals(Sort? other) => other is Boolean;
    }

    /// <summary>The mathematical integers.</summary>
    public sealed class Integer : Sort
    {
        internal Integer() : base("Int", 2) { }

        /// <inheritdoc/>
        public override bool Equals(Sort? other) => other is Integer;
    }

    /// <summary>A sort of which only non-emptiness is known.</summary>
    public sealed class Uninterpreted : Sort
    {
        /// <summary>Names an uninterpreted sort.</summary>
        /// <param name="name">Its name, not empty.</param>
        /// <exception cref="ArgumentException">The name is empty.</exception>
        public Uninterpreted(string name) : base(Checked(name), Logic.StableHash.Combine(3, Logic.StableHash.Of(name))) { }

        /// <inheritdoc/>
        public override bool Equals(Sort? other) =>
            ReferenceEquals(this, other) || (other is Uninterpreted that && Name == that.Name);
    }

    /// <summary>A sort with finitely many, pairwise different, named constants and no other element.</summary>
    public sealed class Enumeration : Sort
    {
        /// <summary>Names an enumeration and its constants.</summary>
        /// <param name="name">Its name, not empty.</param>
        /// <param name="constants">The names of the constants: at least one, all different.</param>
        /// <exception cref="ArgumentException">A name is empty or repeated, or there is no constant.</exception>
        public Enumeration(string name, params ImmutableArray<string> constants)
            : base(Checked(name), HashOf(name, constants))
        {
            if (constants.Any(string.IsNullOrEmpty) || constants.Distinct().Count() != constants.Length)
                throw new ArgumentException($"The constants of {name} must have different, non-empty names.", nameof(constants));
            Constants = constants;
        }

        /// <summary>The names of the constants, in order.</summary>
        public ImmutableArray<string> Constants { get; }

        /// <inheritdoc/>
        public override bool Equals(Sort? other) =>
            ReferenceEquals(this, other)
            || (other is Enumeration that && Name == that.Name && Constants.AsSpan().SequenceEqual(that.Constants.AsSpan()));

        private static ulong HashOf(string name, ImmutableArray<string> constants)
        {
            if (constants.IsDefaultOrEmpty)
                throw new ArgumentException($"The enumeration {name} needs at least one constant.", nameof(constants));
            var hash = Logic.StableHash.Combine(4, Logic.StableHash.Of(name));
            foreach (var constant in constants) hash = Logic.StableHash.Combine(hash, Logic.StableHash.Of(constant));
            return hash;
        }
    }

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }
}
