namespace Igloo.Proving.Logic;

/// <summary>
/// A variable for quantifiers to bind. Identity is number and sort; the name is only a label for readers. Whoever builds
/// a formula chooses numbers so that nested quantifiers bind different variables.
/// </summary>
/// <param name="Id">The number that identifies the variable.</param>
/// <param name="Name">A label for printing.</param>
/// <param name="Sort">The sort the variable ranges over.</param>
public sealed record BoundVariable(int Id, string Name, Sort Sort)
{
    /// <inheritdoc/>
    public bool Equals(BoundVariable? other) =>
        ReferenceEquals(this, other) || (other is not null && Id == other.Id && Sort == other.Sort);

    /// <inheritdoc/>
    public override int GetHashCode() => StableHash.Fold(StableHash.Combine(unchecked((ulong)Id), Sort.StableHash));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
