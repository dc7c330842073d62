using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

public static partial class Fol
{
    /// <summary>Negation.</summary>
    public static Expression Not(Expression formula)
    {
        RequireSort(formula, Sort.Bool);
        return formula switch
        {
            Expression.BooleanLiteral literal => Truth(!literal.Value),
            Expression.Operation { Operator: Operator.Not } negation => negation.Operands[0],
            _ => Operation(Operator.Not, Sort.Bool, formula),
        };
    }

    /// <summary>Conjunction; true of none.</summary>
    public static Expression And(params ReadOnlySpan<Expression> formulas) => Junction(Operator.And, True, False, formulas);

    /// <summary>Conjunction; true of none.</summary>
    public static Expression And(IEnumerable<Expression> formulas) => And([.. formulas]);

    /// <summary>Disjunction; false of none.</summary>
    public static Expression Or(params ReadOnlySpan<Expression> formulas) => Junction(Operator.Or, False, True, formulas);

    /// <summary>Disjunction; false of none.</summary>
    public static Expression Or(IEnumerable<Expression> formulas) => Or([.. formulas]);

    /// <summary>Implication.</summary>
    public static Expression Implies(Expression premise, Expression conclusion)
    {
        RequireSort(premise, Sort.Bool);
        RequireSort(conclusion, Sort.Bool);
        if (premise.IsTrue) return conclusion;
        if (premise.IsFalse || conclusion.IsTrue || premise == conclusion) return True;
        if (conclusion.IsFalse) return Not(premise);
        return AreComplementary(premise, conclusion) ? conclusion : Operation(Operator.Implies, Sort.Bool, premise, conclusion);
    }

    /// <summary>Equivalence.</summary>
    public static Expression Iff(Expression left, Expression right)
    {
        RequireSort(left, Sort.Bool);
        RequireSort(right, Sort.Bool);
        if (left is Expression.BooleanLiteral leftLiteral) return leftLiteral.Value ? right : Not(right);
        if (right is Expression.BooleanLiteral rightLiteral) return rightLiteral.Value ? left : Not(left);
        if (left == right) return True;
        return AreComplementary(left, right) ? False : Operation(Operator.Iff, Sort.Bool, left, right);
    }

    /// <summary>One of two expressions of the same sort, as the condition decides.</summary>
    public static Expression Ite(Expression condition, Expression consequence, Expression alternative)
    {
        RequireSort(condition, Sort.Bool);
        RequireSameSort(consequence, alternative);
        if (condition is Expression.BooleanLiteral decided) return decided.Value ? consequence : alternative;
        if (IsOperation(condition, Operator.Not)) return Ite(condition.Operands[0], alternative, consequence);
        if (IsOperation(consequence, Operator.IfThenElse) && consequence.Operands[0] == condition)
            consequence = consequence.Operands[1];
        if (IsOperation(alternative, Operator.IfThenElse) && alternative.Operands[0] == condition)
            alternative = alternative.Operands[2];
        if (consequence == alternative) return consequence;
        if (consequence.Sort != Sort.Bool)
            return Operation(Operator.IfThenElse, consequence.Sort, condition, consequence, alternative);
        if (consequence is Expression.BooleanLiteral whenTrue)
            return whenTrue.Value ? Or(condition, alternative) : And(Not(condition), alternative);
        if (alternative is Expression.BooleanLiteral whenFalse)
            return whenFalse.Value ? Or(Not(condition), consequence) : And(condition, consequence);
        return Operation(Operator.IfThenElse, Sort.Bool, condition, consequence, alternative);
    }

    private static Expression Junction(Operator @operator, Expression unit, Expression zero, ReadOnlySpan<Expression> formulas)
    {
        var operands = ImmutableArray.CreateBuilder<Expression>(formulas.Length);
        HashSet<Expression>? seen = null;
        foreach (var formula in formulas)
        {
            RequireSort(formula, Sort.Bool);
            if (IsOperation(formula, @operator))
            {
                foreach (var part in formula.Operands)
                    if (!Include(part)) return zero;
            }
            else if (!Include(formula)) return zero;
        }

        return operands.Count switch
        {
            0 => unit,
            1 => operands[0],
            _ => Operation(@operator, Sort.Bool, operands.DrainToImmutable()),
        };

        bool Include(Expression part)
        {
            if (part.Equals(unit)) return true;
            if (part.Equals(zero)) return false;
            if (operands.Count == 8) seen = [.. operands];
            var negation = IsOperation(part, Operator.Not) ? part.Operands[0] : null;
            if (seen is null)
            {
                foreach (var operand in operands)
                {
                    if (operand == part) return true;
                    if (AreComplementary(operand, part)) return false;
                }
            }
            else
            {
                if (!seen.Add(part)) return true;
                if (negation is not null ? seen.Contains(negation) : seen.Contains(Not(part))) return false;
            }

            operands.Add(part);
            return true;
        }
    }
}
