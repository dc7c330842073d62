using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

internal sealed partial class Evaluation
{
    private static readonly Expression Zero = Fol.Integer(0);
    private static readonly Expression One = Fol.Integer(1);

    private SymbolicValue OfSequence(OperationTerm term, ImmutableArray<SymbolicValue> a)
    {
        if (term.Operation is Operation.SeqEmpty or Operation.SeqOf) return OfElements(term.Type.GetGenericArguments()[0], a);
        var sequence = (SymbolicValue.Sequence)a[0];
        var length = sequence.Length;
        switch (term.Operation)
        {
            case Operation.SeqCount:
                return Of(length);
            case Operation.SeqGet:
                return sequence.At(Scalar(a[1]));
            case Operation.SeqFirst:
                return sequence.At(Zero);
            case Operation.SeqIsEmpty:
                return Of(Fol.Equal(length, Zero));
            case Operation.SeqAppend:
                return Sequence(Fol.Add(length, One), i => Merging.Choose(vocabulary, Fol.Equal(i, length), a[1], sequence.At(i)));
            case Operation.SeqConcat:
                var second = (SymbolicValue.Sequence)a[1];
                return Sequence(
                    Fol.Add(length, second.Length),
                    i => Merging.Choose(vocabulary, Fol.Less(i, length), sequence.At(i), second.At(Fol.Subtract(i, length))));
            case Operation.SeqRest:
                return Sequence(Fol.Subtract(length, One), i => sequence.At(Fol.Add(i, One)));
            case Operation.SeqTake:
                return Sequence(Clamped(Scalar(a[1]), length), sequence.At);
            case Operation.SeqSkip:
                var skipped = Clamped(Scalar(a[1]), length);
                return Sequence(Fol.Subtract(length, skipped), i => sequence.At(Fol.Add(i, skipped)));
            case Operation.SeqSet:
                return Sequence(length, i => Merging.Choose(vocabulary, Fol.Equal(i, Scalar(a[1])), a[2], sequence.At(i)));
            case Operation.SeqIsPrefixOf:
                var whole = (SymbolicValue.Sequence)a[1];
                return Of(Fol.And(
                    Fol.LessOrEqual(length, whole.Length),
                    All(length, "i", i => ValueEquality.Of(vocabulary, sequence.At(i), whole.At(i)))));
            case Operation.SeqAll:
                return Of(All(length, "i", i => Holds(a[1], sequence.At(i))));
            case Operation.SeqExists:
                return Of(Exists(length, i => Holds(a[1], sequence.At(i))));
            case Operation.SeqContains:
                return Of(Exists(length, i => ValueEquality.Of(vocabulary, sequence.At(i), a[1])));
            case Operation.SeqAllPairs:
                // All pairs and not neighbours only: neighbours would need induction.
                return Of(All(length, "j", j => All(j, "i", i => Holds(a[1], sequence.At(i), sequence.At(j)))));
            default:
                throw new UnsupportedModelException($"The operation {term.Operation} has no encoding.");
        }

        SymbolicValue.Sequence Sequence(Expression newLength, Func<Expression, SymbolicValue> at) => new(sequence.ElementType, newLength, at);
    }

    private SymbolicValue.Sequence OfElements(Type elementType, ImmutableArray<SymbolicValue> elements) =>
        new(elementType, Fol.Integer(elements.Length), i =>
        {
            var value = elements.IsEmpty ? Arbitrary(elementType) : elements[^1];
            for (var k = elements.Length - 2; k >= 0; k--) value = Merging.Choose(vocabulary, Fol.Equal(i, Fol.Integer(k)), elements[k], value);
            return value;
        });

    private Expression All(Expression length, string name, Func<Expression, Expression> body)
    {
        var variable = vocabulary.FreshVariable(name, Sort.Int);
        return Fol.ForAll(variable, Fol.Implies(Inside(Fol.Variable(variable), length), body(Fol.Variable(variable))));
    }

    private Expression Exists(Expression length, Func<Expression, Expression> body)
    {
        var variable = vocabulary.FreshVariable("i", Sort.Int);
        return Fol.Exists(variable, Fol.And(Inside(Fol.Variable(variable), length), body(Fol.Variable(variable))));
    }

    private static Expression Inside(Expression index, Expression length) => Fol.And(Fol.LessOrEqual(Zero, index), Fol.Less(index, length));

    private static Expression Clamped(Expression count, Expression length) =>
        Fol.Ite(Fol.Less(count, Zero), Zero, Fol.Ite(Fol.Less(length, count), length, count));
}
