namespace Igloo.Proving;

/// <summary>Something that obligations assume: an invariant, a lemma, or the axioms of a theory.</summary>
/// <param name="Owner">The class or theory that states it.</param>
/// <param name="Name">Its name.</param>
public sealed record Premise(Type Owner, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Symbolic.Vocabulary.NameOf(Owner)}.{Name}";
}
