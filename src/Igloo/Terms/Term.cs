namespace Igloo.Terms;

/// <summary>
/// A typed term: the translation of one C# expression of a model. Terms are immutable trees over <see cref="VariableTerm"/>s that are
/// identified by reference.
/// </summary>
/// <param name="type">The C# type of the value; an optional value has type <see cref="Option{T}"/>.</param>
public abstract class Term(Type type)
{
    /// <summary>The C# type of the value; an optional value has type <see cref="Option{T}"/>.</summary>
    public Type Type { get; } = type;

    /// <summary>Where the expression stands in the source, for those expressions that messages speak of: conjuncts, atoms, guards.</summary>
    public SourceSpan? Source { get; init; }

    /// <inheritdoc/>
    public override string ToString() => TermPrinter.Print(this);
}
