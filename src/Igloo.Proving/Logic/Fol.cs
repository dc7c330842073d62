using System.Collections.Immutable;
using System.Numerics;

namespace Igloo.Proving.Logic;

/// <summary>
/// First-order logic: the only way to build an <see cref="Expression"/>. Every function checks sorts and simplifies
/// locally (units, literals, identical operands, double negation, flattening), so that what is decided by known tags and
/// constants never reaches a solver. Simplification preserves meaning in every structure. Meant for
/// <c>using static</c>.
/// </summary>
public static partial class Fol
{
    private static readonly ImmutableArray<Expression> SmallIntegers =
        [.. Enumerable.Range(-1, 18).Select(value => (Expression)new Expression.IntegerLiteral(value))];

    /// <summary>The formula that always holds.</summary>
    public static Expression True { get; } = new Expression.BooleanLiteral(true);

    /// <summary>The formula that never holds.</summary>
    public static Expression False { get; } = new Expression.BooleanLiteral(false);

    /// <summary>A truth value as a formula.</summary>
    public static Expression Truth(bool value) => value ? True : False;

    /// <summary>An integer as a term.</summary>
    public static Expression Integer(BigInteger value) =>
        value >= -1 && value <= 16 ? SmallIntegers[(int)value + 1] : new Expression.IntegerLiteral(value);

    /// <summary>The constant of an enumeration at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no constant at this position.</exception>
    public static Expression Constant(Sort.Enumeration sort, int index)
    {
        ArgumentNullException.ThrowIfNull(sort);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, sort.Constants.Length);
        return new Expression.EnumerationLiteral(sort, index);
    }

    /// <summary>The constant of an enumeration by name.</summary>
    /// <exception cref="ArgumentException">The enumeration has no constant of this name.</exception>
    public static Expression Constant(Sort.Enumeration sort, string name)
    {
        ArgumentNullException.ThrowIfNull(sort);
        var index = sort.Constants.IndexOf(name);
        return index >= 0 ? Constant(sort, index) : throw new ArgumentException($"{sort} has no constant {name}.", nameof(name));
    }

    /// <summary>An occurrence of a variable.</summary>
    public static Expression Variable(BoundVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new Expression.VariableOccurrence(variable);
    }

    /// <summary>A function symbol applied to arguments.</summary>
    /// <exception cref="ArgumentException">Number or sorts of the arguments are not the symbol's.</exception>
    public static Expression Apply(FunctionSymbol function, params ImmutableArray<Expression> arguments)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (arguments.Length != function.Arity)
            throw new ArgumentException($"{function} applied to {arguments.Length} arguments.", nameof(arguments));
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].Sort != function.ArgumentSorts[i])
                throw new ArgumentException($"Argument {i} of {function} is {arguments[i]}, of sort {arguments[i].Sort}.", nameof(arguments));
        return new Expression.Application(function, arguments);
    }

    private static void RequireSort(Expression expression, Sort sort)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Sort != sort)
            throw new ArgumentException($"Expected an expression of sort {sort}, not {expression}, of sort {expression.Sort}.");
    }

    private static void RequireSameSort(Expression left, Expression right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Sort != right.Sort)
            throw new ArgumentException($"{left} has sort {left.Sort}, but {right} has sort {right.Sort}.");
    }

    private static Expression.Operation Operation(Operator @operator, Sort sort, params ImmutableArray<Expression> operands) =>
        new Expression.Operation(@operator, sort, operands);

    private static bool IsOperation(Expression expression, Operator @operator) =>
        expression is Expression.Operation operation && operation.Operator == @operator;

    private static bool AreComplementary(Expression left, Expression right) =>
        (IsOperation(left, Operator.Not) && left.Operands[0] == right) || (IsOperation(right, Operator.Not) && right.Operands[0] == left);
}
