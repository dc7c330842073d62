using Igloo.Proving.Logic;

namespace Igloo.Proving.Symbolic;

/// <summary>Choices between values, pushed to the leaves.</summary>
internal static class Merging
{
    /// <summary>One of two values of the same type, as the condition decides.</summary>
    /// <exception cref="UnsupportedModelException">The values cannot be merged, such as instances of different classes.</exception>
    internal static SymbolicValue Choose(Vocabulary vocabulary, Expression condition, SymbolicValue then, SymbolicValue otherwise)
    {
        if (condition is Expression.BooleanLiteral literal) return literal.Value ? then : otherwise;
        if (ReferenceEquals(then, otherwise)) return then;
        (then, otherwise) = Hierarchies.Align(vocabulary, then, otherwise);
        return (then, otherwise) switch
        {
            (SymbolicValue.Scalar t, SymbolicValue.Scalar o) => new SymbolicValue.Scalar(Fol.Ite(condition, t.Expression, o.Expression)),
            (SymbolicValue.Record t, SymbolicValue.Record o) => Fields(vocabulary, condition, t, o),
            (SymbolicValue.Union t, SymbolicValue.Union o) => new SymbolicValue.Union(
                t.Type,
                Fol.Ite(condition, t.Tag, o.Tag),
                [.. t.Cases.Zip(o.Cases, (x, y) => x is null ? y : y is null ? x : Fields(vocabulary, condition, x, y))]),
            (SymbolicValue.Optional t, SymbolicValue.Optional o) => new SymbolicValue.Optional(
                Fol.Ite(condition, t.Present, o.Present),
                t.Value is null ? o.Value : o.Value is null ? t.Value : Choose(vocabulary, condition, t.Value, o.Value)),
            (SymbolicValue.SetValue t, SymbolicValue.SetValue o) => new SymbolicValue.SetValue(
                t.ElementType, x => Fol.Ite(condition, t.Contains(x), o.Contains(x))),
            (SymbolicValue.MapValue t, SymbolicValue.MapValue o) => new SymbolicValue.MapValue(
                t.KeyType, t.ValueType, k => Choose(vocabulary, condition, t.Get(k), o.Get(k)), () => Choose(vocabulary, condition, t.Default, o.Default)),
            (SymbolicValue.FiniteMap t, SymbolicValue.FiniteMap o) => new SymbolicValue.FiniteMap(
                t.KeyType, t.ValueType, k => Fol.Ite(condition, t.Contains(k), o.Contains(k)), k => Choose(vocabulary, condition, t.Get(k), o.Get(k))),
            (SymbolicValue.Bag t, SymbolicValue.Bag o) => new SymbolicValue.Bag(t.ElementType, x => Fol.Ite(condition, t.Count(x), o.Count(x))),
            (SymbolicValue.Sequence t, SymbolicValue.Sequence o) => new SymbolicValue.Sequence(
                t.ElementType, Fol.Ite(condition, t.Length, o.Length), i => Choose(vocabulary, condition, t.At(i), o.At(i))),
            (SymbolicValue.Domain t, SymbolicValue.Domain) => t,
            (SymbolicValue.TheoryReference t, SymbolicValue.TheoryReference o) when t.Name == o.Name => t,
            (SymbolicValue.Object t, SymbolicValue.Object o) when t.Type == o.Type => Parts(vocabulary, condition, t, o),
            (SymbolicValue.Function t, SymbolicValue.Function o) => new SymbolicValue.Function(
                t.ParameterTypes, a => Choose(vocabulary, condition, t.Apply(a), o.Apply(a))),
            _ => throw new UnsupportedModelException("A conditional chooses between instances of different classes or different theories. Choose between their results instead."),
        };
    }

    private static SymbolicValue.Record Fields(Vocabulary vocabulary, Expression condition, SymbolicValue.Record then, SymbolicValue.Record otherwise) =>
        ReferenceEquals(then, otherwise) ? then : new(then.Type, then.Names, [.. then.Values.Zip(otherwise.Values, (t, o) => Choose(vocabulary, condition, t, o))]);

    private static SymbolicValue.Object Parts(Vocabulary vocabulary, Expression condition, SymbolicValue.Object then, SymbolicValue.Object otherwise) =>
        new(
            then.Type,
            then.Names,
            [.. then.Values.Zip(otherwise.Values, (t, o) => Choose(vocabulary, condition, t, o))],
            then.Base is null || otherwise.Base is null ? then.Base : Parts(vocabulary, condition, then.Base, otherwise.Base));
}
