using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>A function literal, which occurs only as an argument of an <see cref="OperationTerm"/>.</summary>
/// <param name="parameters">The bound variables.</param>
/// <param name="body">The body.</param>
public sealed class LambdaTerm(ImmutableArray<VariableTerm> parameters, Term body) : Term(body.Type)
{
    /// <summary>The bound variables.</summary>
    public ImmutableArray<VariableTerm> Parameters { get; } = parameters;

    /// <summary>The body.</summary>
    public Term Body { get; } = body;
}
