using System.Collections.Immutable;
using System.Numerics;
using Igloo.Z3;

namespace Igloo.Proving.Logic;

/// <summary>Z3's term for a function's value at arguments without an entry, as a managed rule.</summary>
internal sealed class ModelRules(
    Context context,
    FunctionTable table,
    IReadOnlyDictionary<FunctionHandle, FunctionTable> tables,
    IReadOnlyDictionary<TermHandle, ModelValue> elements)
{
    private readonly Dictionary<TermHandle, FunctionTable.Rule> _rules = [];

    internal FunctionTable.Rule Read(TermHandle term)
    {
        if (_rules.TryGetValue(term, out var known)) return known;
        return _rules[term] = ReadAnew(term);
    }

    private FunctionTable.Rule ReadAnew(TermHandle term)
    {
        if (elements.TryGetValue(term, out var element)) return _ => element;
        switch (context.KindOf(term))
        {
            case TermKind.Numeral:
                var number = context.ValueOf(term);
                table.Integers.Add(number);
                var value = ModelValue.Of(number);
                return _ => value;
            case TermKind.Variable:
                var position = context.IndexOf(term);
                return arguments => arguments[position];
            case TermKind.Application:
                var function = context.FunctionOf(term);
                ImmutableArray<FunctionTable.Rule> operands = [.. context.ArgumentsOf(term).Select(Read)];
                return tables.TryGetValue(function, out var callee) ? Call(callee, operands) : Interpret(context.KindOf(function), operands);
            default:
                return static _ => null;
        }
    }

    private FunctionTable.Rule Call(FunctionTable callee, ImmutableArray<FunctionTable.Rule> operands)
    {
        table.Callees.Add(callee);
        return arguments =>
        {
            var values = ImmutableArray.CreateBuilder<ModelValue>(operands.Length);
            foreach (var operand in operands)
            {
                if (operand(arguments) is not { } value) return null;
                values.Add(value);
            }

            return callee.Apply(values.MoveToImmutable());
        };
    }

    private static FunctionTable.Rule Interpret(FunctionKind kind, ImmutableArray<FunctionTable.Rule> operands) => kind switch
    {
        FunctionKind.True => static _ => ModelValue.True,
        FunctionKind.False => static _ => ModelValue.False,
        FunctionKind.IfThenElse => arguments => Truth(operands[0](arguments)) switch
        {
            true => operands[1](arguments),
            false => operands[2](arguments),
            null => null,
        },
        FunctionKind.And => arguments => Junction(operands, arguments, false),
        FunctionKind.Or => arguments => Junction(operands, arguments, true),
        FunctionKind.Not => arguments => Truth(operands[0](arguments)) is { } truth ? ModelValue.Of(!truth) : null,
        FunctionKind.Implies => arguments => (Truth(operands[0](arguments)), Truth(operands[1](arguments))) switch
        {
            (false, _) or (_, true) => ModelValue.True,
            (true, false) => ModelValue.False,
            _ => null,
        },
        FunctionKind.Equal or FunctionKind.Iff => Compare(operands, static (left, right) => left.Equals(right)),
        FunctionKind.Xor => Compare(operands, static (left, right) => !left.Equals(right)),
        FunctionKind.LessOrEqual => CompareIntegers(operands, static (left, right) => left <= right),
        FunctionKind.GreaterOrEqual => CompareIntegers(operands, static (left, right) => left >= right),
        FunctionKind.Less => CompareIntegers(operands, static (left, right) => left < right),
        FunctionKind.Greater => CompareIntegers(operands, static (left, right) => left > right),
        FunctionKind.Add => Fold(operands, static (left, right) => left + right),
        FunctionKind.Subtract => Fold(operands, static (left, right) => left - right),
        FunctionKind.Multiply => Fold(operands, static (left, right) => left * right),
        FunctionKind.Negate => arguments => operands[0](arguments) is ModelValue.Integer number ? ModelValue.Of(-number.Value) : null,
        FunctionKind.Divide => Fold(operands, static (left, right) => right.IsZero ? null : Euclidean.Quotient(left, right)),
        FunctionKind.Modulo => Fold(operands, static (left, right) => right.IsZero ? null : Euclidean.Remainder(left, right)),
        _ => static _ => null,
    };

    private static bool? Truth(ModelValue? value) => (value as ModelValue.Boolean)?.Value;

    private static ModelValue? Junction(ImmutableArray<FunctionTable.Rule> operands, ImmutableArray<ModelValue> arguments, bool zero)
    {
        var unknown = false;
        foreach (var operand in operands)
        {
            var truth = Truth(operand(arguments));
            if (truth == zero) return ModelValue.Of(zero);
            unknown |= truth is null;
        }

        return unknown ? null : ModelValue.Of(!zero);
    }

    private static FunctionTable.Rule Compare(ImmutableArray<FunctionTable.Rule> operands, Func<ModelValue, ModelValue, bool> compare) =>
        arguments => operands[0](arguments) is { } left && operands[1](arguments) is { } right ? ModelValue.Of(compare(left, right)) : null;

    private static FunctionTable.Rule CompareIntegers(ImmutableArray<FunctionTable.Rule> operands, Func<BigInteger, BigInteger, bool> compare) =>
        arguments => operands[0](arguments) is ModelValue.Integer left && operands[1](arguments) is ModelValue.Integer right
            ? ModelValue.Of(compare(left.Value, right.Value))
            : null;

    private static FunctionTable.Rule Fold(ImmutableArray<FunctionTable.Rule> operands, Func<BigInteger, BigInteger, BigInteger?> combine) =>
        arguments =>
        {
            BigInteger? result = null;
            foreach (var operand in operands)
            {
                if (operand(arguments) is not ModelValue.Integer number) return null;
                result = result is null ? number.Value : combine(result.Value, number.Value);
                if (result is null) return null;
            }

            return ModelValue.Of(result!.Value);
        };
}
