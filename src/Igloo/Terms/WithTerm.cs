using System.Collections.Immutable;

namespace Igloo.Terms;

/// <summary>A copy of a record with some fields replaced: C#'s <c>with</c>.</summary>
/// <param name="target">The record.</param>
/// <param name="updates">The replaced fields and their new values.</param>
public sealed class WithTerm(Term target, ImmutableArray<KeyValuePair<string, Term>> updates) : Term(target.Type)
{
    /// <summary>The record.</summary>
    public Term Target { get; } = target;

    /// <summary>The replaced fields and their new values.</summary>
    public ImmutableArray<KeyValuePair<string, Term>> Updates { get; } = updates;
}
