using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Symbolic;

/// <summary>The elements of a set, or the keys of a finite map, of a type with infinitely many values: in a proof there may be infinitely many.</summary>
/// <param name="Members">When the values of a pattern belong to it; may mention variables of the collections around it.</param>
/// <param name="ForAll">Closes a formula over these variables.</param>
internal sealed record Extent(ImmutableArray<(ImmutableArray<BoundVariable> Variables, Expression IsMember)> Members, Func<Expression, Expression> ForAll)
{
    /// <summary>The extents in a value.</summary>
    /// <param name="vocabulary">Where bound variables come from.</param>
    /// <param name="value">The value.</param>
    internal static IEnumerable<Extent> Of(Vocabulary vocabulary, SymbolicValue value) => Of(vocabulary, value, formula => formula);

    /// <summary>There are few members, the same few wherever the collection is one of many.</summary>
    /// <param name="bound">How many for each pattern.</param>
    /// <param name="name">What the symbols for them begin with; no other symbol does.</param>
    internal Expression IsAtMost(int bound, string name) =>
        ForAll(Fol.And(Members.Select((m, pattern) => Fol.ForAll(m.Variables, Fol.Implies(m.IsMember, Fol.Or(Enumerable.Range(0, bound).Select(i => Is(m.Variables, i, pattern, name))))))));

    private static Expression Is(ImmutableArray<BoundVariable> variables, int element, int pattern, string name) =>
        Fol.And(variables.Select((v, j) => Fol.Equal(Fol.Variable(v), Fol.Apply(FunctionSymbol.Constant($"{name}!{pattern}!{element}!{j}", v.Sort)))));

    private static IEnumerable<Extent> Of(Vocabulary vocabulary, SymbolicValue value, Func<Expression, Expression> close) => value switch
    {
        SymbolicValue.Record record => record.Values.SelectMany(field => Of(vocabulary, field, close)),
        SymbolicValue.Union union => union.Cases.OfType<SymbolicValue.Record>().SelectMany(possible => Of(vocabulary, possible, close)),
        SymbolicValue.Optional { Value: { } inner } => Of(vocabulary, inner, close),
        SymbolicValue.SetValue set => Of(vocabulary, set.ElementType, set.Contains, close),
        SymbolicValue.FiniteMap map => Of(vocabulary, map.KeyType, map.Contains, close).Concat(OfValues(vocabulary, map.KeyType, map.Get, close)),
        SymbolicValue.MapValue map => OfValues(vocabulary, map.KeyType, map.Get, close).Concat(Of(vocabulary, map.Default, close)),
        _ => [],
    };

    private static IEnumerable<Extent> Of(Vocabulary vocabulary, Type type, Func<SymbolicValue, Expression> contains, Func<Expression, Expression> close)
    {
        if (!Patterns.Exist(vocabulary, type)) yield break;
        var patterns = Patterns.Of(vocabulary, type, "x");
        if (patterns.Any(p => p.Variables.Any(v => v.Sort == Sort.Int))) yield return new([.. patterns.Select(p => (p.Variables, contains(p.Value)))], close);
    }

    private static IEnumerable<Extent> OfValues(Vocabulary vocabulary, Type keys, Func<SymbolicValue, SymbolicValue> get, Func<Expression, Expression> close) =>
        Patterns.Exist(vocabulary, keys)
            ? Patterns.Of(vocabulary, keys, "k").SelectMany(key => Of(vocabulary, get(key.Value), body => close(Fol.ForAll(key.Variables, body))))
            : [];
}
