using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Proving.Logic;

public static partial class Fol
{
    /// <summary>Sum; 0 of none.</summary>
    public static Expression Add(params ReadOnlySpan<Expression> terms)
    {
        var constant = BigInteger.Zero;
        var operands = ImmutableArray.CreateBuilder<Expression>(terms.Length + 1);
        foreach (var term in terms)
        {
            RequireSort(term, Sort.Int);
            if (IsOperation(term, Operator.Add))
                foreach (var part in term.Operands) Include(part);
            else Include(term);
        }

        if (!constant.IsZero || operands.Count == 0) operands.Add(Integer(constant));
        return operands.Count == 1 ? operands[0] : Operation(Operator.Add, Sort.Int, operands.DrainToImmutable());

        void Include(Expression part)
        {
            if (part is Expression.IntegerLiteral literal) constant += literal.Value;
            else operands.Add(part);
        }
    }

    /// <summary>Difference.</summary>
    public static Expression Subtract(Expression left, Expression right)
    {
        RequireSort(left, Sort.Int);
        RequireSort(right, Sort.Int);
        if (right is Expression.IntegerLiteral literal) return Add(left, Integer(-literal.Value));
        return left == right ? Integer(0) : Operation(Operator.Subtract, Sort.Int, left, right);
    }

    /// <summary>Product; 1 of none.</summary>
    public static Expression Multiply(params ReadOnlySpan<Expression> terms)
    {
        var constant = BigInteger.One;
        var operands = ImmutableArray.CreateBuilder<Expression>(terms.Length + 1);
        foreach (var term in terms)
        {
            RequireSort(term, Sort.Int);
            if (IsOperation(term, Operator.Multiply))
                foreach (var part in term.Operands) Include(part);
            else Include(term);
        }

        if (constant.IsZero || operands.Count == 0) return Integer(constant);
        if (!constant.IsOne) operands.Insert(0, Integer(constant));
        return operands.Count == 1 ? operands[0] : Operation(Operator.Multiply, Sort.Int, operands.DrainToImmutable());

        void Include(Expression part)
        {
            if (part is Expression.IntegerLiteral literal) constant *= literal.Value;
            else operands.Add(part);
        }
    }

    /// <summary>Additive inverse.</summary>
    public static Expression Negate(Expression term)
    {
        RequireSort(term, Sort.Int);
        return term switch
        {
            Expression.IntegerLiteral literal => Integer(-literal.Value),
            Expression.Operation { Operator: Operator.Negate } negation => negation.Operands[0],
            _ => Operation(Operator.Negate, Sort.Int, term),
        };
    }

    /// <summary>Euclidean quotient, as SMT-LIB's <c>div</c>; unspecified for divisor 0. Not C#'s <c>/</c>, which truncates.</summary>
    public static Expression Divide(Expression dividend, Expression divisor)
    {
        RequireSort(dividend, Sort.Int);
        RequireSort(divisor, Sort.Int);
        if (divisor is not Expression.IntegerLiteral { Value.IsZero: false } right) return Operation(Operator.Divide, Sort.Int, dividend, divisor);
        if (dividend is Expression.IntegerLiteral left) return Integer(Euclidean.Quotient(left.Value, right.Value));
        return right.Value.IsOne ? dividend : Operation(Operator.Divide, Sort.Int, dividend, divisor);
    }

    /// <summary>Euclidean remainder, as SMT-LIB's <c>mod</c>; unspecified for divisor 0. Not C#'s <c>%</c>, which may be negative.</summary>
    public static Expression Modulo(Expression dividend, Expression divisor)
    {
        RequireSort(dividend, Sort.Int);
        RequireSort(divisor, Sort.Int);
        if (divisor is not Expression.IntegerLiteral { Value.IsZero: false } right) return Operation(Operator.Modulo, Sort.Int, dividend, divisor);
        if (dividend is Expression.IntegerLiteral left) return Integer(Euclidean.Remainder(left.Value, right.Value));
        return right.Value.IsOne ? Integer(0) : Operation(Operator.Modulo, Sort.Int, dividend, divisor);
    }

    /// <summary>Less than.</summary>
    public static Expression Less(Expression left, Expression right) => Compare(Operator.Less, left, right);

    /// <summary>Less than or equal.</summary>
    public static Expression LessOrEqual(Expression left, Expression right) => Compare(Operator.LessOrEqual, left, right);

    private static Expression Compare(Operator @operator, Expression left, Expression right)
    {
        RequireSort(left, Sort.Int);
        RequireSort(right, Sort.Int);
        if (left is Expression.IntegerLiteral leftLiteral && right is Expression.IntegerLiteral rightLiteral)
            return Truth(@operator == Operator.Less ? leftLiteral.Value < rightLiteral.Value : leftLiteral.Value <= rightLiteral.Value);
        return left == right ? Truth(@operator == Operator.LessOrEqual) : Operation(@operator, Sort.Bool, left, right);
    }
}
