using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>
/// An uninterpreted function, predicate (result sort Bool) or constant (no arguments). Two symbols are equal if name,
/// argument sorts and result sort are. Immutable.
/// </summary>
public sealed class FunctionSymbol : IEquatable<FunctionSymbol>
{
    /// <summary>Declares a symbol.</summary>
    /// <param name="name">Its name, not empty. Within a query a name must stand for one symbol only.</param>
    /// <param name="argumentSorts">The sorts of the arguments; empty for a constant.</param>
    /// <param name="resultSort">The sort of an application.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public FunctionSymbol(string name, ImmutableArray<Sort> argumentSorts, Sort resultSort)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(resultSort);
        Name = name;
        ArgumentSorts = argumentSorts.IsDefault ? [] : argumentSorts;
        ResultSort = resultSort;
        var hash = Logic.StableHash.Combine(Logic.StableHash.Of(name), resultSort.StableHash);
        foreach (var sort in ArgumentSorts) hash = Logic.StableHash.Combine(hash, sort.StableHash);
        StableHash = hash;
    }

    /// <summary>The symbol's name.</summary>
    public string Name { get; }

    /// <summary>The sorts of the arguments, in order.</summary>
    public ImmutableArray<Sort> ArgumentSorts { get; }

    /// <summary>The sort of an application.</summary>
    public Sort ResultSort { get; }

    /// <summary>The number of arguments.</summary>
    public int Arity => ArgumentSorts.Length;

    internal ulong StableHash { get; }

    /// <summary>Declares a constant, that is, a symbol without arguments.</summary>
    public static FunctionSymbol Constant(string name, Sort sort) => new(name, [], sort);

    /// <inheritdoc/>
    public bool Equals(FunctionSymbol? other) =>
        ReferenceEquals(this, other)
        || (other is not null && StableHash == other.StableHash && Name == other.Name && ResultSort == other.ResultSort
            && ArgumentSorts.AsSpan().SequenceEqual(other.ArgumentSorts.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FunctionSymbol);

    /// <inheritdoc/>
    public override int GetHashCode() => Logic.StableHash.Fold(StableHash);

    /// <summary>The symbol with its sorts, for messages: <c>owner(Node, Int): Bool</c>.</summary>
    public override string ToString() =>
        Arity == 0 ? $"{Name}: {ResultSort}" : $"{Name}({string.Join(", ", ArgumentSorts)}): {ResultSort}";
}
