using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

public static partial class Fol
{
    /// <summary>
    /// The body holds for all values of the variables. Variables that the body does not mention are dropped (sorts are
    /// non-empty), and directly nested quantifiers of the same kind become one.
    /// </summary>
    public static Expression ForAll(ImmutableArray<BoundVariable> variables, Expression body) =>
        Quantify(Quantifier.ForAll, variables, body);

    /// <summary>The body holds for all values of the variable.</summary>
    public static Expression ForAll(BoundVariable variable, Expression body) => ForAll([variable], body);

    /// <summary>
    /// The body holds for some values of the variables. Variables that the body does not mention are dropped (sorts are
    /// non-empty), and directly nested quantifiers of the same kind become one.
    /// </summary>
    public static Expression Exists(ImmutableArray<BoundVariable> variables, Expression body) =>
        Quantify(Quantifier.Exists, variables, body);

    /// <summary>The body holds for some value of the variable.</summary>
    public static Expression Exists(BoundVariable variable, Expression body) => Exists([variable], body);

    private static Expression Quantify(Quantifier quantifier, ImmutableArray<BoundVariable> variables, Expression body)
    {
        RequireSort(body, Sort.Bool);
        ImmutableArray<BoundVariable> used = [.. variables.Where(variable => body.FreeVariables.Contains(variable)).Distinct()];
        if (used.IsEmpty) return body;
        return body is Expression.Quantification inner && inner.Quantifier == quantifier
            ? new Expression.Quantification(quantifier, [.. used, .. inner.Variables], inner.Body)
            : new Expression.Quantification(quantifier, used, body);
    }
}
