using System.Collections;
using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using Igloo.Components;
using Igloo.Models;
using Igloo.Trimming;
using Igloo.Values;

namespace Igloo.Terms.Evaluation;

/// <summary>The built-in operations.</summary>
internal static class OperationEvaluation
{
    private static readonly ConcurrentDictionary<Type, ICollectionOperations> Collections = new();

    public static object? Of(OperationTerm term, Bindings bindings) => Of(
        term,
        operand => Evaluation.Of(operand, bindings),
        (lambda, x) => Evaluation.Of(lambda.Body, Evaluation.Apply(lambda, bindings, x)));

    /// <summary>The value of an operation, by the values of its operands and the results of its function literals.</summary>
    public static object? Of(OperationTerm term, Func<Term, object?> evaluate, Func<LambdaTerm, object?[], object?> apply)
    {
        var a = term.Arguments;
        object? Value(int index) => evaluate(a[index]);
        bool Truth(int index) => (bool)Value(index)!;
        BigInteger Number(int index) => IntegerValue.Of(Value(index)!);
        object Integer(BigInteger value) => IntegerValue.As(value, term.Type);
        return term.Operation switch
        {
            Operation.And => Truth(0) && Truth(1),
            Operation.Or => Truth(0) || Truth(1),
            Operation.Not => !Truth(0),
            Operation.Xor => Truth(0) ^ Truth(1),
            Operation.Equal => Equals(Value(0), Value(1)),
            Operation.Add => Integer(Number(0) + Number(1)),
            Operation.Subtract => Integer(Number(0) - Number(1)),
            Operation.Multiply => Integer(Number(0) * Number(1)),
            Operation.Negate => Integer(-Number(0)),
            Operation.Divide => Integer(BigInteger.Divide(Number(0), Number(1))),
            Operation.Remainder => Integer(BigInteger.Remainder(Number(0), Number(1))),
            Operation.Less => Number(0) < Number(1),
            Operation.LessOrEqual => Number(0) <= Number(1),
            Operation.Minimum => Integer(BigInteger.Min(Number(0), Number(1))),
            Operation.Maximum => Integer(BigInteger.Max(Number(0), Number(1))),
            Operation.Absolute => Integer(BigInteger.Abs(Number(0))),
            Operation.ComponentIsInternal => EventSignature.Of(Value(0)!.GetType()).IsInternal,
            Operation.ComponentIsWellTyped => EventSignature.Of(Value(0)!.GetType()).IsWellTyped(Value(0)!),
            _ => OfCollection(term, evaluate, apply),
        };
    }

    /// <summary>The elements that a quantifier ranges over, and the collection's type if the operation is a quantifier.</summary>
    public static IEnumerable<object?[]>? Range(OperationTerm term, Bindings bindings)
    {
        switch (term.Operation)
        {
            case Operation.DomainAll or Operation.DomainExists or Operation.SetAll or Operation.SetExists or Operation.BagAll or Operation.BagExists or Operation.SeqAll or Operation.SeqExists:
                return Elements(term, bindings).Select(e => new[] { e });
            case Operation.PastAll or Operation.PastExists:
                var caseType = NativeTypes.Of(((LambdaTerm)term.Arguments[1]).Parameters[0].Type);
                return Elements(term, bindings).Where(caseType.IsInstanceOfType).Select(e => new[] { e });
            default:
                return null;
        }
    }

    private static IEnumerable<object?> Elements(OperationTerm term, Bindings bindings) =>
        ((IEnumerable)Evaluation.Of(term.Arguments[0], bindings)!).Cast<object?>();

    private static object? OfCollection(OperationTerm term, Func<Term, object?> evaluate, Func<LambdaTerm, object?[], object?> apply)
    {
        var makes = term.Operation is Operation.SetEmpty or Operation.SetOf or Operation.MapConstant or Operation.DomainToMap or Operation.FiniteMapEmpty
            or Operation.BagEmpty or Operation.SeqEmpty or Operation.SeqOf or Operation.PastEmpty;
        var type = NativeTypes.Of(makes ? term.Type : term.Arguments[0].Type);
        var operations = Collections.GetOrAdd(type, static t => Create(t));
        var arguments = new object?[term.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = term.Arguments[i] is LambdaTerm lambda
                ? new Lambda(NativeTypes.Of(lambda.Parameters[0].Type), NativeTypes.Of(lambda.Body.Type), x => apply(lambda, x))
                : evaluate(term.Arguments[i]);
        }

        return operations.Apply(term.Operation, arguments);
    }

    // The collections name their operations themselves: generic types that only reflection puts together do not exist ahead of time.
    private static ICollectionOperations Create(Type type) =>
        (ICollectionOperations?)type.Kept().GetProperty(nameof(Set<int>.Operations), BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null)
        ?? throw new ArgumentException($"{type} is no collection of Igloo.Values.", nameof(type));
}
