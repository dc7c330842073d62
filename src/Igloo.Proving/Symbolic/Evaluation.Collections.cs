using System.Collections.Immutable;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving.Symbolic;

internal sealed partial class Evaluation
{
    private SymbolicValue.SetValue WithElement(SymbolicValue.SetValue set, SymbolicValue element) =>
        new(set.ElementType, x => Fol.Or(ValueEquality.Of(vocabulary, x, element), set.Contains(x)));

    private SymbolicValue OfSet(OperationTerm term, ImmutableArray<SymbolicValue> a)
    {
        switch (term.Operation)
        {
            case Operation.SetEmpty:
                return new SymbolicValue.SetValue(term.Type.GetGenericArguments()[0], _ => Fol.False);
            case Operation.SetOf:
                return new SymbolicValue.SetValue(term.Type.GetGenericArguments()[0], x => Fol.Or(a.Select(e => ValueEquality.Of(vocabulary, x, e))));
            case Operation.SetCount:
                throw new UnsupportedModelException("The number of elements of a set is not first-order. Say what matters: IsEmpty, uniqueness by two quantified elements, or a quorum theory.");
        }

        var set = (SymbolicValue.SetValue)a[0];
        var type = set.ElementType;
        return term.Operation switch
        {
            Operation.SetContains => Of(set.Contains(a[1])),
            Operation.SetAdd => WithElement(set, a[1]),
            Operation.SetRemove => Set(x => Fol.And(Fol.Not(ValueEquality.Of(vocabulary, x, a[1])), set.Contains(x))),
            Operation.SetUnion => Set(x => Fol.Or(set.Contains(x), Other().Contains(x))),
            Operation.SetIntersect => Set(x => Fol.And(set.Contains(x), Other().Contains(x))),
            Operation.SetExcept => Set(x => Fol.And(set.Contains(x), Fol.Not(Other().Contains(x)))),
            Operation.SetIsSubsetOf => Of(Patterns.ForAll(vocabulary, type, "x", x => Fol.Implies(set.Contains(x), Other().Contains(x)))),
            Operation.SetAll => Of(Patterns.ForAll(vocabulary, type, NameOf(term), x => Fol.Implies(set.Contains(x), Holds(a[1], x)))),
            Operation.SetExists => Of(Patterns.Exists(vocabulary, type, NameOf(term), x => Fol.And(set.Contains(x), Holds(a[1], x)))),
            Operation.SetWhere => Set(x => Fol.And(set.Contains(x), Holds(a[1], x))),
            Operation.SetAddWhere => Set(x => Fol.Or(set.Contains(x), Holds(a[2], x))),
            Operation.SetRemoveWhere => Set(x => Fol.And(set.Contains(x), Fol.Not(Holds(a[1], x)))),
            _ => Of(Patterns.ForAll(vocabulary, type, "x", x => Fol.Not(set.Contains(x)))),
        };

        SymbolicValue.SetValue Set(Func<SymbolicValue, Expression> contains) => new(type, contains);

        SymbolicValue.SetValue Other() => (SymbolicValue.SetValue)a[1];
    }

    private SymbolicValue OfMap(OperationTerm term, ImmutableArray<SymbolicValue> a)
    {
        switch (term.Operation)
        {
            case Operation.MapConstant:
                return new SymbolicValue.MapValue(term.Type.GetGenericArguments()[0], term.Type.GetGenericArguments()[1], _ => a[0], () => a[0]);
            case Operation.FiniteMapEmpty:
                var types = term.Type.GetGenericArguments();
                return new SymbolicValue.FiniteMap(types[0], types[1], _ => Fol.False, _ => Arbitrary(types[1]));
            case Operation.FiniteMapCount:
                throw new UnsupportedModelException("The number of entries of a map is not first-order. Say what matters about its keys.");
        }

        return a[0] is SymbolicValue.MapValue map ? OfTotal(term, map, a) : OfFinite(term, (SymbolicValue.FiniteMap)a[0], a);
    }

    private SymbolicValue OfTotal(OperationTerm term, SymbolicValue.MapValue map, ImmutableArray<SymbolicValue> a)
    {
        return term.Operation switch
        {
            Operation.MapGet => map.Get(a[1]),
            Operation.MapSet => At(() => a[2]),
            Operation.MapUpdate => At(() => ((SymbolicValue.Function)a[2]).Apply(map.Get(a[1]))),
            Operation.MapSetWhere => Map(k =>
            {
                var changes = Holds(a[2], k);
                return changes.IsFalse ? map.Get(k) : Merging.Choose(vocabulary, changes, ((SymbolicValue.Function)a[3]).Apply(k), map.Get(k));
            }),
            _ => throw new UnsupportedModelException($"The operation {term.Operation} has no encoding."),
        };

        SymbolicValue.MapValue Map(Func<SymbolicValue, SymbolicValue> get) => new(map.KeyType, map.ValueType, get, () => map.Default);

        SymbolicValue.MapValue At(Func<SymbolicValue> value)
        {
            var updated = new Lazy<SymbolicValue>(value);
            return Map(k =>
            {
                var same = ValueEquality.Of(vocabulary, k, a[1]);
                return same.IsTrue ? updated.Value : same.IsFalse ? map.Get(k) : Merging.Choose(vocabulary, same, updated.Value, map.Get(k));
            });
        }
    }

    private SymbolicValue OfFinite(OperationTerm term, SymbolicValue.FiniteMap map, ImmutableArray<SymbolicValue> a)
    {
        return term.Operation switch
        {
            Operation.FiniteMapContainsKey => Of(map.Contains(a[1])),
            Operation.FiniteMapGet => map.Get(a[1]),
            Operation.FiniteMapSet => new SymbolicValue.FiniteMap(
                map.KeyType, map.ValueType, k => Fol.Or(Same(k), map.Contains(k)), k => Merging.Choose(vocabulary, Same(k), a[2], map.Get(k))),
            Operation.FiniteMapRemove => new SymbolicValue.FiniteMap(
                map.KeyType, map.ValueType, k => Fol.And(Fol.Not(Same(k)), map.Contains(k)), map.Get),
            Operation.FiniteMapKeys => new SymbolicValue.SetValue(map.KeyType, map.Contains),
            Operation.FiniteMapAll => Of(Patterns.ForAll(vocabulary, map.KeyType, NameOf(term), k => Fol.Implies(map.Contains(k), Holds(a[1], k, map.Get(k))))),
            Operation.FiniteMapExists => Of(Patterns.Exists(vocabulary, map.KeyType, NameOf(term), k => Fol.And(map.Contains(k), Holds(a[1], k, map.Get(k))))),
            _ => throw new UnsupportedModelException($"The operation {term.Operation} has no encoding."),
        };

        Expression Same(SymbolicValue k) => ValueEquality.Of(vocabulary, k, a[1]);
    }

    private SymbolicValue OfBag(OperationTerm term, ImmutableArray<SymbolicValue> a)
    {
        switch (term.Operation)
        {
            case Operation.BagEmpty:
                return new SymbolicValue.Bag(term.Type.GetGenericArguments()[0], _ => Fol.Integer(0));
            case Operation.BagCount:
                throw new UnsupportedModelException("The number of all occurrences in a bag is not first-order. Say what matters about CountOf.");
        }

        var bag = (SymbolicValue.Bag)a[0];
        return term.Operation switch
        {
            Operation.BagCountOf => Of(bag.Count(a[1])),
            Operation.BagContains => Of(Occurs(a[1])),
            Operation.BagAdd => Bag(x => Fol.Ite(ValueEquality.Of(vocabulary, x, a[1]), Fol.Add(bag.Count(x), Fol.Integer(1)), bag.Count(x))),
            Operation.BagRemove => Bag(x => Fol.Ite(
                Fol.And(ValueEquality.Of(vocabulary, x, a[1]), Occurs(x)), Fol.Subtract(bag.Count(x), Fol.Integer(1)), bag.Count(x))),
            Operation.BagUnion => Bag(x => Fol.Add(bag.Count(x), ((SymbolicValue.Bag)a[1]).Count(x))),
            Operation.BagAll => Of(Patterns.ForAll(vocabulary, bag.ElementType, NameOf(term), x => Fol.Implies(Occurs(x), Holds(a[1], x)))),
            _ => Of(Patterns.Exists(vocabulary, bag.ElementType, NameOf(term), x => Fol.And(Occurs(x), Holds(a[1], x)))),
        };

        Expression Occurs(SymbolicValue x) => Fol.Less(Fol.Integer(0), bag.Count(x));

        SymbolicValue.Bag Bag(Func<SymbolicValue, Expression> count) => new(bag.ElementType, count);
    }
}
