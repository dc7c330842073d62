using System.Collections.Immutable;
using System.Numerics;
using Igloo.Components;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

internal sealed partial class Evaluation
{
    private SymbolicValue OfOperation(OperationTerm term, Bindings bindings)
    {
        // The second operand counts only where the first does not decide; it may be undefined otherwise.
        if (term.Operation is Operation.And or Operation.Or)
        {
            var first = Truth(term.Arguments[0], bindings);
            var decides = term.Operation == Operation.And ? first.IsFalse : first.IsTrue;
            if (decides) return new SymbolicValue.Scalar(first);
            var second = Truth(term.Arguments[1], bindings);
            return new SymbolicValue.Scalar(term.Operation == Operation.And ? Fol.And(first, second) : Fol.Or(first, second));
        }

        ImmutableArray<SymbolicValue> arguments = [.. term.Arguments.Select(a => Evaluate(a, bindings))];
        return Apply(term, arguments);
    }

    private SymbolicValue Apply(OperationTerm term, ImmutableArray<SymbolicValue> a) => term.Operation switch
    {
        Operation.Not => Of(Fol.Not(Scalar(a[0]))),
        Operation.Xor => Of(Fol.Not(Fol.Iff(Scalar(a[0]), Scalar(a[1])))),
        Operation.Equal => Of(ValueEquality.Of(vocabulary, a[0], a[1])),
        Operation.Add => Of(Fol.Add(Scalar(a[0]), Scalar(a[1]))),
        Operation.Subtract => Of(Fol.Subtract(Scalar(a[0]), Scalar(a[1]))),
        Operation.Multiply => Of(Fol.Multiply(Scalar(a[0]), Scalar(a[1]))),
        Operation.Negate => Of(Fol.Negate(Scalar(a[0]))),
        Operation.Divide => Of(Quotient(Scalar(a[0]), Scalar(a[1]))),
        Operation.Remainder => Of(Fol.Subtract(Scalar(a[0]), Fol.Multiply(Scalar(a[1]), Quotient(Scalar(a[0]), Scalar(a[1]))))),
        Operation.Less => Of(Fol.Less(Scalar(a[0]), Scalar(a[1]))),
        Operation.LessOrEqual => Of(Fol.LessOrEqual(Scalar(a[0]), Scalar(a[1]))),
        Operation.Minimum => Of(Fol.Ite(Fol.LessOrEqual(Scalar(a[0]), Scalar(a[1])), Scalar(a[0]), Scalar(a[1]))),
        Operation.Maximum => Of(Fol.Ite(Fol.LessOrEqual(Scalar(a[0]), Scalar(a[1])), Scalar(a[1]), Scalar(a[0]))),
        Operation.Absolute => Of(Fol.Ite(Fol.Less(Scalar(a[0]), Fol.Integer(0)), Fol.Negate(Scalar(a[0])), Scalar(a[0]))),
        >= Operation.DomainAll and <= Operation.DomainContains => OfDomain(term, a),
        >= Operation.SetEmpty and <= Operation.SetCount => OfSet(term, a),
        >= Operation.MapConstant and <= Operation.FiniteMapCount => OfMap(term, a),
        >= Operation.BagEmpty and <= Operation.BagCount => OfBag(term, a),
        >= Operation.SeqEmpty and <= Operation.SeqIsEmpty => OfSequence(term, a),
        >= Operation.PastEmpty and <= Operation.PastExists => OfPast(term, a),
        Operation.ComponentIsInternal => Of(IsInternal(a[0])),
        Operation.ComponentIsWellTyped => Of(IsWellTyped(a[0])),
        _ => throw new UnsupportedModelException($"The operation {term.Operation} has no encoding."),
    };

    /// <summary>C#'s quotient, which truncates towards zero, by the Euclidean one of SMT-LIB.</summary>
    private static Expression Quotient(Expression dividend, Expression divisor)
    {
        if (dividend is Expression.IntegerLiteral l && divisor is Expression.IntegerLiteral { Value.IsZero: false } r)
            return Fol.Integer(BigInteger.Divide(l.Value, r.Value));
        return Fol.Ite(
            Fol.LessOrEqual(Fol.Integer(0), dividend),
            Fol.Divide(dividend, divisor),
            Fol.Negate(Fol.Divide(Fol.Negate(dividend), divisor)));
    }

    private SymbolicValue OfDomain(OperationTerm term, ImmutableArray<SymbolicValue> a)
    {
        var type = ((SymbolicValue.Domain)a[0]).ElementType;
        return term.Operation switch
        {
            Operation.DomainAll => Of(Patterns.ForAll(vocabulary, type, NameOf(term), x => Holds(a[1], x))),
            Operation.DomainExists => Of(Patterns.Exists(vocabulary, type, NameOf(term), x => Holds(a[1], x))),
            Operation.DomainToSet => new SymbolicValue.SetValue(type, _ => Fol.True),
            Operation.DomainWhere => new SymbolicValue.SetValue(type, x => Holds(a[1], x)),
            Operation.DomainToMap => new SymbolicValue.MapValue(type, term.Type.GetGenericArguments()[1], k => At(k), () => At(DomainLeast.Of(vocabulary, type))),
            _ => Of(Fol.True),
        };

        SymbolicValue At(SymbolicValue key) => ((SymbolicValue.Function)a[1]).Apply(key);
    }

    private SymbolicValue OfPast(OperationTerm term, ImmutableArray<SymbolicValue> a)
    {
        switch (term.Operation)
        {
            case Operation.PastEmpty:
                return new SymbolicValue.SetValue(term.Type.GetGenericArguments()[0], _ => Fol.False);
            case Operation.PastContains:
                return Of(((SymbolicValue.SetValue)a[0]).Contains(a[1]));
            case Operation.PastAdd:
                return WithElement((SymbolicValue.SetValue)a[0], a[1]);
        }

        var past = (SymbolicValue.SetValue)a[0];
        var caseType = ((SymbolicValue.Function)a[1]).ParameterTypes[0];
        Expression Member(SymbolicValue x) => past.Contains(Cast(x, past.ElementType));
        return Of(term.Operation == Operation.PastAll
            ? Patterns.ForAll(vocabulary, caseType, NameOf(term), x => Fol.Implies(Member(x), Holds(a[1], x)))
            : Patterns.Exists(vocabulary, caseType, NameOf(term), x => Fol.And(Member(x), Holds(a[1], x))));
    }

    private Expression IsInternal(SymbolicValue e) => OfCases(e, record => Fol.Truth(EventSignature.Of(record.Type).IsInternal));

    private Expression IsWellTyped(SymbolicValue e) => OfCases(e, record => OperationTyping.Of(this, record));

    private static Expression OfCases(SymbolicValue e, Func<SymbolicValue.Record, Expression> of) => e switch
    {
        SymbolicValue.Record record => of(record),
        SymbolicValue.Union union => Fol.Or(union.Cases.Select((c, i) => c is null ? Fol.False : Fol.And(union.Is(i), of(c)))),
        _ => throw new UnsupportedModelException("An event was expected."),
    };

    internal static Expression Holds(SymbolicValue predicate, params ImmutableArray<SymbolicValue> arguments) =>
        Scalar(((SymbolicValue.Function)predicate).Apply(arguments));

    private static string NameOf(OperationTerm term) =>
        term.Arguments.OfType<LambdaTerm>().FirstOrDefault() is { Parameters: [var parameter, ..] } ? parameter.Name : "x";

    private static SymbolicValue.Scalar Of(Expression expression) => new(expression);
}
