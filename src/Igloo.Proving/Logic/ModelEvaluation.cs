using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Igloo.Proving.Logic;

/// <summary>The evaluation of expressions in a model, in Kleene's three-valued logic: null stands for not determined.</summary>
internal sealed class ModelEvaluation(FirstOrderModel model, IReadOnlyDictionary<BoundVariable, ModelValue> environment)
{
    private readonly Dictionary<BoundVariable, ModelValue> _environment = new(environment);
    private readonly ScopedMemory<ModelValue?> _memory = new();

    internal ModelValue? Evaluate(Expression expression)
    {
        switch (expression)
        {
            case Expression.BooleanLiteral literal:
                return ModelValue.Of(literal.Value);
            case Expression.IntegerLiteral literal:
                return ModelValue.Of(literal.Value);
            case Expression.EnumerationLiteral literal:
                return new ModelValue.EnumerationConstant(literal.Enumeration, literal.Index);
            case Expression.VariableOccurrence { Variable: var variable }:
                return _environment.TryGetValue(variable, out var value) ? value : throw new ArgumentException($"The variable {variable} has no value.");
        }

        if (_memory.TryGet(expression, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = expression switch
        {
            Expression.Application application => Apply(application),
            Expression.Operation operation => Operate(operation.Operator, operation.Operands),
            Expression.Quantification quantification => Quantify(quantification),
            _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
        };
        _memory.Set(expression, result);
        return result;
    }

    private bool? Truth(Expression formula) => (Evaluate(formula) as ModelValue.Boolean)?.Value;

    private BigInteger? Number(Expression term) => (Evaluate(term) as ModelValue.Integer)?.Value;

    private ModelValue? Apply(Expression.Application application)
    {
        var arguments = ImmutableArray.CreateBuilder<ModelValue>(application.Operands.Length);
        foreach (var operand in application.Operands)
        {
            if (Evaluate(operand) is not { } value) return null;
            arguments.Add(value);
        }

        return model.Apply(application.Function, arguments.MoveToImmutable());
    }

    private ModelValue? Operate(Operator @operator, ImmutableArray<Expression> operands) => @operator switch
    {
        Operator.Not => Of(!Truth(operands[0])),
        Operator.And => Junction(operands, false),
        Operator.Or => Junction(operands, true),
        Operator.Implies => Truth(operands[0]) switch
        {
            false => ModelValue.True,
            true => Evaluate(operands[1]),
            null => Truth(operands[1]) == true ? ModelValue.True : null,
        },
        Operator.IfThenElse => Truth(operands[0]) switch
        {
            true => Evaluate(operands[1]),
            false => Evaluate(operands[2]),
            null => Evaluate(operands[1]) is { } value && value.Equals(Evaluate(operands[2])) ? value : null,
        },
        Operator.Iff or Operator.Equal => Evaluate(operands[0]) is { } left && Evaluate(operands[1]) is { } right ? ModelValue.Of(left.Equals(right)) : null,
        Operator.Distinct => Distinct(operands),
        Operator.Add => Fold(operands, static (left, right) => left + right),
        Operator.Subtract => Fold(operands, static (left, right) => left - right),
        Operator.Multiply => Fold(operands, static (left, right) => left * right),
        Operator.Negate => Number(operands[0]) is { } number ? ModelValue.Of(-number) : null,
        Operator.Divide => Divide(operands, Euclidean.Quotient, model.QuotientByZero),
        Operator.Modulo => Divide(operands, Euclidean.Remainder, model.RemainderByZero),
        Operator.Less => Of(Number(operands[0]) is { } left && Number(operands[1]) is { } right ? left < right : null),
        Operator.LessOrEqual => Of(Number(operands[0]) is { } left && Number(operands[1]) is { } right ? left <= right : null),
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, null),
    };

    private static ModelValue? Of(bool? truth) => truth is { } value ? ModelValue.Of(value) : null;

    private ModelValue? Junction(ImmutableArray<Expression> operands, bool zero)
    {
        var unknown = false;
        foreach (var operand in operands)
        {
            var truth = Truth(operand);
            if (truth == zero) return ModelValue.Of(zero);
            unknown |= truth is null;
        }

        return unknown ? null : ModelValue.Of(!zero);
    }

    private ModelValue? Distinct(ImmutableArray<Expression> operands)
    {
        var seen = new HashSet<ModelValue>();
        var unknown = false;
        foreach (var operand in operands)
        {
            if (Evaluate(operand) is not { } value) unknown = true;
            else if (!seen.Add(value)) return ModelValue.False;
        }

        return unknown ? null : ModelValue.True;
    }

    private ModelValue? Fold(ImmutableArray<Expression> operands, Func<BigInteger, BigInteger, BigInteger> combine)
    {
        if (Number(operands[0]) is not { } result) return null;
        foreach (var operand in operands.AsSpan()[1..])
        {
            if (Number(operand) is not { } number) return null;
            result = combine(result, number);
        }

        return ModelValue.Of(result);
    }

    private ModelValue? Divide(
        ImmutableArray<Expression> operands, Func<BigInteger, BigInteger, BigInteger> divide, Func<ModelValue, ModelValue?> byZero)
    {
        if (Number(operands[0]) is not { } dividend || Number(operands[1]) is not { } divisor) return null;
        return divisor.IsZero ? byZero(ModelValue.Of(dividend)) : ModelValue.Of(divide(dividend, divisor));
    }

    private ModelValue? Quantify(Expression.Quantification quantification)
    {
        var variables = quantification.Variables;
        var shadowed = variables.Select(variable => _environment.GetValueOrDefault(variable)).ToArray();
        _memory.Enter(variables);
        var truth = Search(quantification, 0);
        _memory.Leave();
        for (var i = 0; i < variables.Length; i++)
        {
            if (shadowed[i] is { } value) _environment[variables[i]] = value;
            else _environment.Remove(variables[i]);
        }

        return Of(truth);
    }

    private bool? Search(Expression.Quantification quantification, int position)
    {
        if (position == quantification.Variables.Length)
        {
            _memory.Clear();
            return Truth(quantification.Body);
        }

        var variable = quantification.Variables[position];
        var finite = model.ValuesOf(variable.Sort);
        var decisive = quantification.Quantifier == Quantifier.Exists;
        var unknown = finite is null;
        foreach (var value in finite ?? SampleIntegers())
        {
            _environment[variable] = value;
            var truth = Search(quantification, position + 1);
            if (truth == decisive) return decisive;
            unknown |= truth is null;
        }

        return unknown ? null : !decisive;
    }

    /// <remarks>An instance can decide a quantifier over the integers one way; no number of instances decides it the other way.</remarks>
    private ImmutableArray<ModelValue> SampleIntegers() =>
        [.. model.Integers.SelectMany(integer => new[] { integer - 1, integer, integer + 1 }).Append(0).Append(1).Distinct().Order().Take(32).Select(ModelValue.Of)];
}
