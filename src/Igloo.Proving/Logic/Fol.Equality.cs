using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

public static partial class Fol
{
    /// <summary>Equality; of formulas, equivalence.</summary>
    public static Expression Equal(Expression left, Expression right)
    {
        RequireSameSort(left, right);
        if (left.Sort == Sort.Bool) return Iff(left, right);
        if (left == right) return True;
        if (left.IsLiteral && right.IsLiteral) return False;
        if (right.IsLiteral && HasLiteralLeaves(left)) return EqualLeaves(left, right, new(ReferenceEqualityComparer.Instance));
        if (left.IsLiteral && HasLiteralLeaves(right)) return EqualLeaves(right, left, new(ReferenceEqualityComparer.Instance));
        return Operation(Operator.Equal, Sort.Bool, left, right);
    }

    /// <summary>Inequality.</summary>
    public static Expression NotEqual(Expression left, Expression right) => Not(Equal(left, right));

    /// <summary>All the terms are different from one another; true of fewer than two.</summary>
    public static Expression Distinct(params ImmutableArray<Expression> terms)
    {
        foreach (var term in terms) RequireSameSort(terms[0], term);
        if (terms.Length < 2) return True;
        if (terms.Length == 2) return NotEqual(terms[0], terms[1]);
        if (new HashSet<Expression>(terms).Count < terms.Length) return False;
        if (terms.All(term => term.IsLiteral)) return True;
        return terms[0].Sort == Sort.Bool ? False : Operation(Operator.Distinct, Sort.Bool, terms);
    }

    /// <remarks>
    /// Constructor tags arrive as conditionals with literal branches; pushing the comparison to the branches turns them
    /// into the conditions alone.
    /// </remarks>
    private static bool HasLiteralLeaves(Expression term) =>
        term is Expression.Operation { Operator: Operator.IfThenElse } conditional
        && conditional.Operands[1..].All(branch => branch.IsLiteral || HasLiteralLeaves(branch));

    private static Expression EqualLeaves(Expression term, Expression literal, Dictionary<Expression, Expression> done)
    {
        if (term.IsLiteral) return Truth(term == literal);
        if (done.TryGetValue(term, out var known)) return known;
        var result = Ite(
            term.Operands[0],
            EqualLeaves(term.Operands[1], literal, done),
            EqualLeaves(term.Operands[2], literal, done));
        done.Add(term, result);
        return result;
    }
}
