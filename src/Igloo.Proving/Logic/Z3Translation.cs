using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Igloo.Z3;

namespace Igloo.Proving.Logic;

/// <summary>Formulas as Z3 terms of one context. Each shared part is translated once.</summary>
internal sealed class Z3Translation(Context context)
{
    private readonly Dictionary<Expression, TermHandle> _terms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Sort, SortHandle> _sorts = [];
    private readonly Dictionary<Sort.Enumeration, ImmutableArray<TermHandle>> _constants = [];
    private readonly Dictionary<FunctionSymbol, FunctionHandle> _functions = [];
    private readonly Dictionary<BoundVariable, TermHandle> _variables = [];

    internal IReadOnlyDictionary<FunctionSymbol, FunctionHandle> Functions => _functions;

    internal IReadOnlyDictionary<Sort, SortHandle> Sorts => _sorts;

    internal IReadOnlyDictionary<Sort.Enumeration, ImmutableArray<TermHandle>> EnumerationConstants => _constants;

    internal TermHandle Translate(Expression expression)
    {
        if (_terms.TryGetValue(expression, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var operands = expression.Operands.IsEmpty ? [] : new TermHandle[expression.Operands.Length];
        for (var i = 0; i < operands.Length; i++) operands[i] = Translate(expression.Operands[i]);
        var term = expression switch
        {
            Expression.BooleanLiteral literal => context.Truth(literal.Value),
            Expression.IntegerLiteral literal => context.Integer(literal.Value),
            Expression.EnumerationLiteral literal => ConstantsOf(literal.Enumeration)[literal.Index],
            Expression.VariableOccurrence occurrence => Variable(occurrence.Variable),
            Expression.Application application => context.Apply(Function(application.Function), operands),
            Expression.Operation operation => Operation(operation.Operator, operands),
            Expression.Quantification quantification => Quantification(quantification, operands[0]),
            _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
        };
        _terms.Add(expression, term);
        return term;
    }

    private TermHandle Quantification(Expression.Quantification quantification, TermHandle body)
    {
        TermHandle[] bound = [.. quantification.Variables.Select(Variable)];
        return quantification.Quantifier == Quantifier.ForAll ? context.ForAll(bound, body) : context.Exists(bound, body);
    }

    private TermHandle Operation(Operator @operator, TermHandle[] operands) => @operator switch
    {
        Operator.Not => context.Not(operands[0]),
        Operator.And => context.And(operands),
        Operator.Or => context.Or(operands),
        Operator.Implies => context.Implies(operands[0], operands[1]),
        Operator.Iff => context.Iff(operands[0], operands[1]),
        Operator.IfThenElse => context.IfThenElse(operands[0], operands[1], operands[2]),
        Operator.Equal => context.Equal(operands[0], operands[1]),
        Operator.Distinct => context.Distinct(operands),
        Operator.Add => context.Add(operands),
        Operator.Subtract => context.Subtract(operands),
        Operator.Multiply => context.Multiply(operands),
        Operator.Negate => context.Negate(operands[0]),
        Operator.Divide => context.Divide(operands[0], operands[1]),
        Operator.Modulo => context.Modulo(operands[0], operands[1]),
        Operator.Less => context.Less(operands[0], operands[1]),
        Operator.LessOrEqual => context.LessOrEqual(operands[0], operands[1]),
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, null),
    };

    private TermHandle Variable(BoundVariable variable)
    {
        if (_variables.TryGetValue(variable, out var known)) return known;
        return _variables[variable] = context.Constant(_variables.Count, SortOf(variable.Sort));
    }

    private FunctionHandle Function(FunctionSymbol function)
    {
        if (_functions.TryGetValue(function, out var known)) return known;
        SortHandle[] domain = [.. function.ArgumentSorts.Select(SortOf)];
        return _functions[function] = context.Function(function.Name, domain, SortOf(function.ResultSort));
    }

    private ImmutableArray<TermHandle> ConstantsOf(Sort.Enumeration enumeration)
    {
        SortOf(enumeration);
        return _constants[enumeration];
    }

    private SortHandle SortOf(Sort sort)
    {
        if (_sorts.TryGetValue(sort, out var known)) return known;
        return _sorts[sort] = sort switch
        {
            Sort.Boolean => context.BooleanSort(),
            Sort.Integer => context.IntegerSort(),
            Sort.Uninterpreted uninterpreted => context.UninterpretedSort(uninterpreted.Name),
            Sort.Enumeration enumeration => Declare(enumeration),
            _ => throw new InvalidOperationException($"Unknown sort {sort}."),
        };
    }

    private SortHandle Declare(Sort.Enumeration enumeration)
    {
        var (sort, constants) = context.EnumerationSort(enumeration.Name, [.. enumeration.Constants.Select(name => $"{enumeration.Name}.{name}")]);
        _constants[enumeration] = constants;
        return sort;
    }
}
