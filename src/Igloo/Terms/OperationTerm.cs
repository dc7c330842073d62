using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>A built-in operation: connectives, arithmetic, equality, and the operations of the collections.</summary>
/// <param name="operation">The operation.</param>
/// <param name="arguments">The operands; for members of a collection the collection first; predicates are <see cref="LambdaTerm"/>s.</param>
/// <param name="type">The type of the result.</param>
public sealed class OperationTerm(Operation operation, ImmutableArray<Term> arguments, Type type) : Term(type)
{
    /// <summary>The operation.</summary>
    public Operation Operation { get; } = operation;

    /// <summary>The operands.</summary>
    public ImmutableArray<Term> Arguments { get; } = arguments;
}
