using System.Collections.Immutable;
using Igloo.Models;
using Igloo.Proving.Logic;
using Igloo.Terms;
using Igloo.Theories;
using Igloo.Values;

namespace Igloo.Proving.Symbolic;

/// <summary>Values of which nothing is known: one uninterpreted function for each leaf, curried over the keys around it.</summary>
/// <remarks>
/// The leaf of <c>Map&lt;Node, Set&lt;Node&gt;&gt; Inbox</c> in the state <c>s</c> is the predicate <c>s.Inbox(Node, Node)</c>. Presence and
/// case are leaves of their own: <c>s.Holder.present</c>, <c>e.case</c>. So is the default of a total map, <c>s.Inbox.default(Node)</c>; of
/// a map inside of maps it has the number of keys around it, <c>s.Inbox.default@1(Node, Node)</c>.
/// </remarks>
public static class FreshValues
{
    /// <summary>A value of a type of which nothing is known.</summary>
    /// <param name="vocabulary">Where its symbols are declared.</param>
    /// <param name="name">The name of the value, and the beginning of its symbols' names.</param>
    /// <param name="type">The C# type.</param>
    /// <exception cref="UnsupportedModelException">The type has no first-order encoding.</exception>
    public static SymbolicValue Of(Vocabulary vocabulary, string name, Type type) => Of(vocabulary, name, type, []);

    /// <summary>A value that depends on arguments, of which nothing else is known.</summary>
    /// <param name="vocabulary">Where its symbols are declared.</param>
    /// <param name="name">The name of the value, and the beginning of its symbols' names.</param>
    /// <param name="type">The C# type.</param>
    /// <param name="arguments">The arguments that it depends on.</param>
    /// <exception cref="UnsupportedModelException">The type has no first-order encoding.</exception>
    public static SymbolicValue Of(Vocabulary vocabulary, string name, Type type, ImmutableArray<Expression> arguments)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsGenericType && OfGeneric(vocabulary, name, type, arguments) is { } known) return known;
        if (typeof(ITheory).IsAssignableFrom(type) && type.IsInterface) return new SymbolicValue.TheoryReference(name, type);
        vocabulary.RequireFinite(type);
        switch (vocabulary.ShapeOf(type))
        {
            case TypeShape.Record record:
                return OfFields(vocabulary, name, type, record.Fields, arguments);
            case TypeShape.Union union:
                var tag = Leaf(vocabulary, $"{name}.case", vocabulary.SortOf(type)!, arguments);
                return new SymbolicValue.Union(type, tag, [.. union.Cases.Select(c => (SymbolicValue.Record)Of(vocabulary, $"{name}.{c.Name}", c, arguments))]);
            case TypeShape.Class model when !type.IsAbstract:
                return ObjectOf(name, model);
        }

        return vocabulary.SortOf(type) is { } sort
            ? new SymbolicValue.Scalar(Leaf(vocabulary, name, sort, arguments))
            : throw new UnsupportedModelException($"{name} has the type {Vocabulary.NameOf(type)}, which has no first-order encoding. Use records, closed hierarchies, enums, integers, [Sort] structs and the collections of Igloo.");
    }

    /// <summary>What holds of every value of the C# type: counts and lengths are not negative.</summary>
    /// <param name="vocabulary">Where bound variables come from.</param>
    /// <param name="value">The value.</param>
    public static ImmutableArray<Expression> TypeInvariants(Vocabulary vocabulary, SymbolicValue value) =>
        [.. Counts(vocabulary, value).Select(c => c.IsNotNegative)];

    /// <summary>The lengths of all sequences in a value, and the occurrences in all bags.</summary>
    /// <param name="vocabulary">Where bound variables come from.</param>
    /// <param name="value">The value.</param>
    internal static IEnumerable<CountTerm> Counts(Vocabulary vocabulary, SymbolicValue value) => Counts(vocabulary, value, formula => formula);

    /// <summary>Whether values of a type contain sequences or bags.</summary>
    internal static bool HasCounts(Vocabulary vocabulary, Type type) => HasCounts(vocabulary, type, []);

    private static IEnumerable<CountTerm> Counts(Vocabulary vocabulary, SymbolicValue value, Func<Expression, Expression> close) => value switch
    {
        SymbolicValue.Record record => record.Values.SelectMany(field => Counts(vocabulary, field, close)),
        SymbolicValue.Union union => union.Cases.OfType<SymbolicValue.Record>().SelectMany(possible => Counts(vocabulary, possible, close)),
        SymbolicValue.Optional { Value: { } inner } => Counts(vocabulary, inner, close),
        SymbolicValue.MapValue map when HasCounts(vocabulary, map.ValueType) =>
            Patterns.Of(vocabulary, map.KeyType, "k").SelectMany(key => Counts(vocabulary, map.Get(key.Value), body => close(Fol.ForAll(key.Variables, body))))
                .Concat(Counts(vocabulary, map.Default, close)),
        SymbolicValue.FiniteMap map when HasCounts(vocabulary, map.ValueType) =>
            Patterns.Of(vocabulary, map.KeyType, "k").SelectMany(key => Counts(vocabulary, map.Get(key.Value), body => close(Fol.ForAll(key.Variables, body)))),
        SymbolicValue.Bag bag =>
            Patterns.Of(vocabulary, bag.ElementType, "x").Select(element => new CountTerm(bag.Count(element.Value), body => close(Fol.ForAll(element.Variables, body)))),
        SymbolicValue.Sequence sequence => [new CountTerm(sequence.Length, close), .. OfElements(vocabulary, sequence, close)],
        _ => [],
    };

    private static IEnumerable<CountTerm> OfElements(Vocabulary vocabulary, SymbolicValue.Sequence sequence, Func<Expression, Expression> close)
    {
        if (!HasCounts(vocabulary, sequence.ElementType)) return [];
        var index = vocabulary.FreshVariable("i", Sort.Int);
        return Counts(vocabulary, sequence.At(Fol.Variable(index)), body => close(Fol.ForAll(index, body)));
    }

    private static bool HasCounts(Vocabulary vocabulary, Type type, HashSet<Type> visited)
    {
        if (!visited.Add(type)) return false;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(Bag<>) || definition == typeof(Seq<>))) return true;
        if (type.IsGenericType && type.GetGenericArguments().Any(a => HasCounts(vocabulary, a, visited))) return true;
        return vocabulary.ShapeOf(type) switch
        {
            TypeShape.Record record => record.Fields.Any(f => HasCounts(vocabulary, f.Type, visited)),
            TypeShape.Union union => union.Cases.Any(c => HasCounts(vocabulary, c, visited)),
            _ => false,
        };
    }

    private static SymbolicValue? OfGeneric(Vocabulary vocabulary, string name, Type type, ImmutableArray<Expression> arguments)
    {
        var definition = type.GetGenericTypeDefinition();
        var parameters = type.GetGenericArguments();
        if (definition == typeof(Set<>)) return new SymbolicValue.SetValue(parameters[0], x => PredicateAt(vocabulary, name, arguments, x));
        if (definition == typeof(Past<>)) return new SymbolicValue.SetValue(parameters[0], x => PredicateAt(vocabulary, name, arguments, x));
        if (definition == typeof(Map<,>))
            return new SymbolicValue.MapValue(
                parameters[0], parameters[1], k => ValueAt(vocabulary, name, parameters[1], arguments, k), () => Of(vocabulary, Part(name, "default", arguments), parameters[1], arguments));
        if (definition == typeof(Bag<>)) return new SymbolicValue.Bag(parameters[0], x => ((SymbolicValue.Scalar)ValueAt(vocabulary, name, typeof(int), arguments, x)).Expression);
        if (definition == typeof(Domain<>)) return new SymbolicValue.Domain(parameters[0]);
        if (definition == typeof(Option<>) || definition == typeof(Nullable<>))
            return new SymbolicValue.Optional(Leaf(vocabulary, Part(name, "present", arguments), Sort.Bool, arguments), Of(vocabulary, name, parameters[0], arguments));
        if (definition == typeof(FiniteMap<,>))
            return new SymbolicValue.FiniteMap(
                parameters[0], parameters[1], k => PredicateAt(vocabulary, Part(name, "contains", arguments), arguments, k), k => ValueAt(vocabulary, name, parameters[1], arguments, k));
        if (definition == typeof(Seq<>))
            return new SymbolicValue.Sequence(
                parameters[0], Leaf(vocabulary, Part(name, "length", arguments), Sort.Int, arguments), i => Of(vocabulary, name, parameters[0], arguments.Add(i)));
        return null;
    }

    /// <summary>
    /// The name of what a collection or option has besides its elements. Elements of a collection are named as it is, with one argument more, so
    /// that of collections inside collections the number of arguments tells whose part it is.
    /// </summary>
    private static string Part(string name, string part, ImmutableArray<Expression> arguments) =>
        arguments.IsEmpty ? $"{name}.{part}" : $"{name}.{part}@{arguments.Length}";

    private static SymbolicValue.Record OfFields(Vocabulary vocabulary, string name, Type type, ImmutableArray<Field> fields, ImmutableArray<Expression> arguments) =>
        new(type, [.. fields.Select(f => f.Name)], [.. fields.Select(f => Of(vocabulary, $"{name}.{f.Name}", f.Type, arguments))]);

    private static SymbolicValue.Object ObjectOf(string name, TypeShape.Class model) =>
        throw new UnsupportedModelException($"{name} is a {Vocabulary.NameOf(model.Type)} of which nothing is known. Models are built by their constructors, in the base call of a refinement or the configuration of a composition.", model.Source);

    private static Expression PredicateAt(Vocabulary vocabulary, string name, ImmutableArray<Expression> arguments, SymbolicValue key) =>
        ((SymbolicValue.Scalar)ValueAt(vocabulary, name, typeof(bool), arguments, key)).Expression;

    private static SymbolicValue ValueAt(Vocabulary vocabulary, string name, Type type, ImmutableArray<Expression> arguments, SymbolicValue key)
    {
        var shapes = KeyShape.Of(key, name);
        var value = Of(vocabulary, name + shapes[^1].Suffix, type, arguments.AddRange(shapes[^1].Leaves));
        for (var i = shapes.Length - 2; i >= 0; i--)
        {
            var (guard, suffix, leaves) = shapes[i];
            value = Merging.Choose(vocabulary, guard, Of(vocabulary, name + suffix, type, arguments.AddRange(leaves)), value);
        }

        return value;
    }

    private static Expression Leaf(Vocabulary vocabulary, string name, Sort sort, ImmutableArray<Expression> arguments) =>
        Fol.Apply(vocabulary.Symbol(name, [.. arguments.Select(a => a.Sort)], sort), arguments);
}
