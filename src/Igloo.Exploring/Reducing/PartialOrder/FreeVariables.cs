using System.Runtime.CompilerServices;
using Igloo.Exploring.Narrowing;
using Igloo.Terms;

namespace Igloo.Exploring.Reducing.PartialOrder;

/// <summary>The variables that terms leave free.</summary>
internal static class FreeVariables
{
    private static readonly ConditionalWeakTable<Term, HashSet<VariableTerm>> Known = [];

    /// <summary>Of a term.</summary>
    public static IReadOnlySet<VariableTerm> Of(Term term) => Known.GetValue(term, Compute);

    private static HashSet<VariableTerm> Compute(Term term)
    {
        var free = new HashSet<VariableTerm>(ReferenceEqualityComparer.Instance);
        if (term is VariableTerm variable) free.Add(variable);
        foreach (var part in Subterms.Of(term)) free.UnionWith(Of(part));

        // Variables are identified by reference, so a bound one is free nowhere else.
        if (term is LetTerm let) free.Remove(let.Variable);
        if (term is LambdaTerm lambda) free.ExceptWith(lambda.Parameters);
        return free;
    }
}
