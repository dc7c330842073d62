using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>A function as a call names it.</summary>
/// <param name="declaringType">The type that declares it, with its type arguments; an interface or base class for virtual calls.</param>
/// <param name="key">The key within its assembly: the documentation-comment id of the C# member.</param>
/// <param name="typeArguments">The type arguments of a generic method.</param>
public sealed class FunctionReference(Type declaringType, string key, ImmutableArray<Type> typeArguments) : IEquatable<FunctionReference>
{
    /// <summary>The type that declares it, with its type arguments.</summary>
    public Type DeclaringType { get; } = declaringType;

    /// <summary>The documentation-comment id of the C# member.</summary>
    public string Key { get; } = key;

    /// <summary>The type arguments of a generic method.</summary>
    public ImmutableArray<Type> TypeArguments { get; } = typeArguments;

    /// <inheritdoc/>
    public bool Equals(FunctionReference? other) =>
        other is not null && Key == other.Key && DeclaringType == other.DeclaringType && TypeArguments.SequenceEqual(other.TypeArguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FunctionReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DeclaringType, Key, TypeArguments.Length);

    /// <inheritdoc/>
    public override string ToString() => Key;
}
