using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Symbolic;

/// <summary>Equality by value, leaf by leaf.</summary>
/// <remarks>Each leaf is a conjunct of its own, so that goals can be decided one leaf at a time. What is absent has no value to compare.</remarks>
internal static class ValueEquality
{
    internal static Expression Of(Vocabulary vocabulary, SymbolicValue left, SymbolicValue right) => Fol.And(Conjuncts(vocabulary, left, right));

    private static IEnumerable<Expression> Conjuncts(Vocabulary vocabulary, SymbolicValue left, SymbolicValue right)
    {
        if (ReferenceEquals(left, right)) return [];
        (left, right) = Hierarchies.Align(vocabulary, left, right);
        return (left, right) switch
        {
            (SymbolicValue.Scalar l, SymbolicValue.Scalar r) => [Fol.Equal(l.Expression, r.Expression)],
            (SymbolicValue.Record l, SymbolicValue.Record r) => l.Values.Zip(r.Values, (x, y) => Conjuncts(vocabulary, x, y)).SelectMany(c => c),
            (SymbolicValue.Union l, SymbolicValue.Union r) => OfUnions(vocabulary, l, r),
            (SymbolicValue.Optional l, SymbolicValue.Optional r) =>
            [
                Fol.Iff(l.Present, r.Present),
                .. l.Value is null || r.Value is null ? [] : Conjuncts(vocabulary, l.Value, r.Value).Select(c => Fol.Implies(Fol.And(l.Present, r.Present), c)),
            ],
            (SymbolicValue.SetValue l, SymbolicValue.SetValue r) => ForAll(vocabulary, l.ElementType, x => [Fol.Iff(l.Contains(x), r.Contains(x))]),
            (SymbolicValue.MapValue l, SymbolicValue.MapValue r) =>
            [
                .. ForAll(vocabulary, l.KeyType, k => Conjuncts(vocabulary, l.Get(k), r.Get(k))),
                .. Conjuncts(vocabulary, l.Default, r.Default),
            ],
            (SymbolicValue.FiniteMap l, SymbolicValue.FiniteMap r) => ForAll(vocabulary, l.KeyType, k =>
            [
                Fol.Iff(l.Contains(k), r.Contains(k)),
                .. Conjuncts(vocabulary, l.Get(k), r.Get(k)).Select(c => Fol.Implies(l.Contains(k), c)),
            ]),
            (SymbolicValue.Bag l, SymbolicValue.Bag r) => ForAll(vocabulary, l.ElementType, x => [Fol.Equal(l.Count(x), r.Count(x))]),
            (SymbolicValue.Sequence l, SymbolicValue.Sequence r) => OfSequences(vocabulary, l, r),
            (SymbolicValue.Domain, SymbolicValue.Domain) => [],
            _ => throw new UnsupportedModelException("An equality compares theories, models or functions. Compare values."),
        };
    }

    private static IEnumerable<Expression> ForAll(Vocabulary vocabulary, Type type, Func<SymbolicValue, IEnumerable<Expression>> body)
    {
        foreach (var pattern in Patterns.Of(vocabulary, type, "x"))
            foreach (var conjunct in body(pattern.Value))
                yield return Fol.ForAll(pattern.Variables, conjunct);
    }

    private static IEnumerable<Expression> OfUnions(Vocabulary vocabulary, SymbolicValue.Union left, SymbolicValue.Union right)
    {
        yield return Fol.Equal(left.Tag, right.Tag);
        for (var i = 0; i < left.Cases.Length; i++)
        {
            var both = Fol.And(left.Is(i), right.Is(i));
            if (both.IsFalse) continue;
            foreach (var conjunct in Conjuncts(vocabulary, left.Cases[i]!, right.Cases[i]!)) yield return Fol.Implies(both, conjunct);
        }
    }

    private static ImmutableArray<Expression> OfSequences(Vocabulary vocabulary, SymbolicValue.Sequence left, SymbolicValue.Sequence right)
    {
        var variable = vocabulary.FreshVariable("i", Sort.Int);
        var index = Fol.Variable(variable);
        var inside = Fol.And(Fol.LessOrEqual(Fol.Integer(0), index), Fol.Less(index, left.Length));
        return
        [
            Fol.Equal(left.Length, right.Length),
            .. Conjuncts(vocabulary, left.At(index), right.At(index)).Select(c => Fol.ForAll(variable, Fol.Implies(inside, c))),
        ];
    }
}
