using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Terms;

namespace Igloo.Proving.Tests.Differential;

/// <summary>C# values as symbolic values, so that a formula can say what the compiled code computed.</summary>
internal sealed class Lifting(Vocabulary vocabulary)
{
    private readonly Dictionary<Type, SortedSet<int>> elements = [];
    private readonly Dictionary<Type, Expression> least = [];

    /// <summary>What holds of the elements of the carriers: they are different, there are no others, and one is the least of its domain.</summary>
    internal IEnumerable<Expression> Facts(int size)
    {
        foreach (var fact in least.Values) yield return fact;
        foreach (var (type, sort) in vocabulary.Carriers)
        {
            ImmutableArray<Expression> constants = [.. Enumerable.Range(0, size).Select(i => Element(type, i))];
            var variable = vocabulary.FreshVariable("x", sort);
            yield return Fol.Distinct(constants);
            yield return Fol.ForAll(variable, Fol.Or(constants.Select(c => Fol.Equal(Fol.Variable(variable), c))));
        }
    }

    internal SymbolicValue Of(object? value, Type type)
    {
        if (type.IsGenericType && OfGeneric(value, type) is { } known) return known;
        if (value is bool truth) return new SymbolicValue.Scalar(Fol.Truth(truth));
        if (value is string text) return new SymbolicValue.Scalar(Fol.Integer(Texts.NumberOf(text)));
        if (value is int or long or BigInteger) return new SymbolicValue.Scalar(Fol.Integer(BigInteger.Parse(value.ToString()!)));
        return TermRegistry.FindShape(type) switch
        {
            TypeShape.Enumeration => new SymbolicValue.Scalar(Fol.Constant((Sort.Enumeration)vocabulary.SortOf(type)!, value!.ToString()!)),
            TypeShape.Sort => new SymbolicValue.Scalar(Element(type, (int)type.GetProperties()[0].GetValue(value)!)),
            TypeShape.Record record => Fields(value!, record),
            TypeShape.Union union => Hierarchies.Widen(vocabulary, Fields(value!, (TypeShape.Record)TermRegistry.Shape(value!.GetType())), union.Type),
            TypeShape.Class model => new SymbolicValue.TheoryReference("unused", model.Type),
            _ => throw new UnsupportedModelException($"{type} cannot be lifted."),
        };
    }

    private SymbolicValue? OfGeneric(object? value, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(Option<>)) return value is null ? SymbolicValue.Optional.None : new SymbolicValue.Optional(Fol.True, Of(value, arguments[0]));
        if (definition == typeof(Domain<>))
        {
            least[arguments[0]] = ValueEquality.Of(vocabulary, DomainLeast.Of(vocabulary, arguments[0]), Of(LeastOf((dynamic)value!), arguments[0]));
            return new SymbolicValue.Domain(arguments[0]);
        }

        if (definition == typeof(Set<>)) return new SymbolicValue.SetValue(arguments[0], Member(Items(value), arguments[0]));
        if (definition == typeof(Seq<>)) return Sequence(Items(value), arguments[0]);
        if (definition == typeof(Bag<>))
        {
            var items = Items(value);
            return new SymbolicValue.Bag(arguments[0], x => Fol.Add(
                [.. items.Select(i => Fol.Ite(ValueEquality.Of(vocabulary, x, Of(i, arguments[0])), Fol.Integer(1), Fol.Integer(0)))]));
        }

        if (definition == typeof(Map<,>))
        {
            var entries = Entries(((dynamic)value!).Exceptions);
            var otherwise = Of((object?)((dynamic)value!).Default, arguments[1]);
            return new SymbolicValue.MapValue(arguments[0], arguments[1], k => Lookup(entries, arguments, k, otherwise), () => otherwise);
        }

        if (definition == typeof(FiniteMap<,>))
        {
            var entries = Entries((IEnumerable)value!);
            return new SymbolicValue.FiniteMap(
                arguments[0], arguments[1], Member([.. entries.Select(e => e.Key)], arguments[0]),
                k => Lookup(entries, arguments, k, entries.IsEmpty ? FreshValues.Of(vocabulary, "nothing", arguments[1]) : Of(entries[0].Value, arguments[1])));
        }

        return null;
    }

    private SymbolicValue.Record Fields(object value, TypeShape.Record record) => new(
        record.Type,
        [.. record.Fields.Select(f => f.Name)],
        [.. record.Fields.Select(f => Of((value.GetType().GetProperty(f.Name)?.GetValue(value)) ?? value.GetType().GetField(f.Name)?.GetValue(value), f.Type))]);

    private SymbolicValue.Sequence Sequence(ImmutableArray<object?> items, Type type) =>
        new(type, Fol.Integer(items.Length), i =>
        {
            var value = items.IsEmpty ? FreshValues.Of(vocabulary, "nothing", type) : Of(items[^1], type);
            for (var k = items.Length - 2; k >= 0; k--) value = Merging.Choose(vocabulary, Fol.Equal(i, Fol.Integer(k)), Of(items[k], type), value);
            return value;
        });

    private SymbolicValue Lookup(ImmutableArray<(object? Key, object? Value)> entries, Type[] types, SymbolicValue key, SymbolicValue otherwise) =>
        entries.Aggregate(otherwise, (rest, e) =>
            Merging.Choose(vocabulary, ValueEquality.Of(vocabulary, key, Of(e.Key, types[0])), Of(e.Value, types[1]), rest));

    private Func<SymbolicValue, Expression> Member(ImmutableArray<object?> items, Type type) =>
        x => Fol.Or(items.Select(i => ValueEquality.Of(vocabulary, x, Of(i, type))));

    private Expression Element(Type type, int index)
    {
        elements.TryAdd(type, []);
        elements[type].Add(index);
        var sort = vocabulary.SortOf(type)!;
        return Fol.Apply(vocabulary.Symbol($"{sort.Name}#{index}", [], sort));
    }

    private static object LeastOf<T>(Domain<T> domain)
        where T : notnull => domain.ToMap(x => x).Default;

    private static ImmutableArray<object?> Items(object? collection) => [.. ((IEnumerable)collection!).Cast<object?>()];

    private static ImmutableArray<(object? Key, object? Value)> Entries(IEnumerable pairs) =>
        [.. pairs.Cast<object>().Select(p => (p.GetType().GetProperty("Key")!.GetValue(p), p.GetType().GetProperty("Value")!.GetValue(p)))];
}
