using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>One form of a value as another.</content>
internal sealed partial class Grounder
{
    private readonly Dictionary<Type, CollectionParts> parts = [];

    /// <summary>All C# values that a value can have on a path.</summary>
    /// <exception cref="GroundingException">There are too many.</exception>
    public IReadOnlyList<Guarded> Alternatives(Value value, int path) => value switch
    {
        Value.Undefined => [],
        Value.Truth truth => Reached([new(truth.Condition, true), new(conditions.Not(truth.Condition), false)], path),
        Value.Choice choice => choice.IsConstant ? choice.Alternatives : Reached(choice.Alternatives, path),
        Value.Structure structure => Products(structure.Fields, path, fields => NativeMembers.Construct(structure.Type, fields)),
        Value.Variant variant => Joined(variant.Cases.Select(c => (c.Guard, (Value)c.Content)), path),
        Value.Optional optional => Joined([(optional.Present, optional.Content), (conditions.Not(optional.Present), Constant(null))], path),
        Value.Collection collection => Products(Padded(collection), path, all => collection.Makeup.Join(all)),
        _ => throw new GroundingException("has a value of no known form"),
    };

    /// <summary>A value as a record of the given type.</summary>
    public Value.Structure AsStructure(Value value, Type type, int path) => value switch
    {
        Value.Structure structure => structure,
        Value.Choice choice => (Value.Structure)Folded(choice, path, content => Taken(content!, type)),
        Value.Variant variant => variant.Cases.First(c => c.Content.Type == type).Content,
        _ => throw new GroundingException($"has a value that is no {type.Name}"),
    };

    /// <summary>A value as one of the cases of its hierarchy.</summary>
    public Value.Variant AsVariant(Value value, int path) => value switch
    {
        Value.Variant variant => variant,
        Value.Structure structure => new Value.Variant([new VariantCase(ConditionTable.True, structure)]),
        Value.Choice choice => new Value.Variant(
        [
            .. Reached(choice.Alternatives, path).GroupBy(a => a.Content!.GetType()).Select(group =>
            {
                var guard = group.Aggregate(ConditionTable.False, (sum, a) => conditions.Or(sum, a.Guard));
                return new VariantCase(guard, AsStructure(new Value.Choice([.. group]), group.Key, conditions.And(path, guard)));
            }),
        ]),
        _ => throw new GroundingException("has a value of no closed hierarchy"),
    };

    /// <summary>A value as an optional one.</summary>
    public Value.Optional AsOptional(Value value) => value switch
    {
        Value.Optional optional => optional,
        Value.Choice choice => new Value.Optional(
            choice.Alternatives.Where(a => a.Content is not null).Aggregate(ConditionTable.False, (sum, a) => conditions.Or(sum, a.Guard)),
            Chosen([.. choice.Alternatives.Where(a => a.Content is not null)])),
        _ => new Value.Optional(ConditionTable.True, value),
    };

    /// <summary>A value as a collection of the given type.</summary>
    public Value.Collection AsCollection(Value value, Type type, int path) => value switch
    {
        Value.Collection collection => collection,
        Value.Choice choice => (Value.Collection)Folded(choice, path, content => new Value.Collection(type, PartsOf(type), [.. PartsOf(type).Split(content!).Select(Constant)])),
        _ => throw new GroundingException($"has a value that is no {TypeText.Of(type)}"),
    };

    /// <summary>When a part of a collection counts.</summary>
    public int Presence(Value.Collection collection, int part) => collection.Makeup.Kind switch
    {
        CollectionKind.FiniteMap when part % 2 == 1 => Condition(collection.Parts[part - 1]),
        CollectionKind.Seq when part > 0 => Where((Value.Choice)collection.Parts[0], length => (int)length! >= part),
        _ => ConditionTable.True,
    };

    private CollectionParts PartsOf(Type type)
    {
        if (!parts.TryGetValue(type, out var found)) parts.Add(type, found = CollectionParts.Of(type, ranges));
        return found;
    }

    /// <summary>When a value of finitely many is one with a property.</summary>
    private int Where(Value.Choice choice, Predicate<object?> property) =>
        choice.Alternatives.Where(a => property(a.Content)).Aggregate(ConditionTable.False, (sum, a) => conditions.Or(sum, a.Guard));

    /// <summary>The value of alternatives that exclude each other; equal ones are one.</summary>
    private Value Chosen(List<Guarded> alternatives)
    {
        if (alternatives.Count == 0) return Value.Undefined.Instance;
        if (alternatives[0].Content is bool) return new Value.Truth(alternatives.Where(a => a.Content is true).Aggregate(ConditionTable.False, (sum, a) => conditions.Or(sum, a.Guard)));
        if (alternatives.Count == 1) return new Value.Choice(alternatives[0]);
        var places = new Dictionary<(bool, object?), int>();
        var distinct = new List<Guarded>();
        foreach (var alternative in alternatives)
        {
            if (places.TryGetValue((true, alternative.Content), out var place))
            {
                distinct[place] = distinct[place] with { Guard = conditions.Or(distinct[place].Guard, alternative.Guard) };
                continue;
            }

            places.Add((true, alternative.Content), distinct.Count);
            distinct.Add(alternative);
        }

        return new Value.Choice([.. distinct]);
    }

    private List<Guarded> Reached(Guarded[] alternatives, int path)
    {
        var reached = new List<Guarded>(alternatives.Length);
        foreach (var alternative in alternatives)
        {
            if (conditions.And(path, alternative.Guard) != ConditionTable.False) reached.Add(alternative);
        }

        return reached;
    }

    private List<Guarded> Joined(IEnumerable<(int Guard, Value Value)> values, int path) =>
    [
        .. values.SelectMany(v => Alternatives(v.Value, conditions.And(path, v.Guard)).Select(a => new Guarded(conditions.And(v.Guard, a.Guard), a.Content)))
            .Where(a => conditions.And(path, a.Guard) != ConditionTable.False),
    ];

    private List<Guarded> Products(Value[] values, int path, Func<object?[], object?> build)
    {
        var rows = new List<(int Guard, object?[] Contents)> { (ConditionTable.True, new object?[values.Length]) };
        for (var i = 0; i < values.Length; i++)
        {
            var longer = new List<(int, object?[])>();
            foreach (var (guard, contents) in rows)
            {
                foreach (var alternative in Alternatives(values[i], conditions.And(path, guard)))
                {
                    var both = conditions.And(guard, alternative.Guard);
                    if (conditions.And(path, both) == ConditionTable.False) continue;
                    object?[] row = [.. contents];
                    row[i] = alternative.Content;
                    longer.Add((both, row));
                }
            }

            if (longer.Count > MaxAlternatives) throw new GroundingException($"has an expression with more than {MaxAlternatives:N0} values");
            rows = longer;
        }

        return [.. rows.Select(row => new Guarded(row.Guard, build(row.Contents)))];
    }

    /// <summary>The parts with an absent value where they do not count.</summary>
    private Value[] Padded(Value.Collection collection)
    {
        var padded = new Value[collection.Parts.Length];
        for (var i = 0; i < padded.Length; i++)
        {
            var there = Presence(collection, i);
            padded[i] = there == ConditionTable.True ? collection.Parts[i] : Merge(there, collection.Parts[i], Constant(null));
        }

        return padded;
    }

    private Value Folded(Value.Choice choice, int path, Func<object?, Value> take)
    {
        Value result = Value.Undefined.Instance;
        foreach (var alternative in choice.Alternatives)
        {
            if (alternative.Guard != ConditionTable.True && conditions.And(path, alternative.Guard) == ConditionTable.False) continue;
            var taken = take(alternative.Content);
            result = result is Value.Undefined ? taken : Merge(alternative.Guard, taken, result);
        }

        return result;
    }

    private static Value.Structure Taken(object content, Type type)
    {
        var shape = TermRegistry.FindShape(type) as TypeShape.Record ?? throw new GroundingException($"has a {type.Name} that is no record");
        return new Value.Structure(type, [.. shape.Fields.Select(f => Constant(NativeMembers.Field(content, f.Name)))]);
    }
}
