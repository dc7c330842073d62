using System.Collections;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Terms;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>The operations of collections.</content>
internal sealed partial class Grounder
{
    private Value Collective(OperationTerm term, Scope scope, int path)
    {
        if (term.Arguments.Any(a => a is LambdaTerm)) return Quantified(term, scope, path);
        var operands = All(term.Arguments, scope, path);
        if (Array.Exists(operands, o => o is Value.Undefined)) return Value.Undefined.Instance;
        return Array.TrueForAll(operands, IsConstant) ? Computed(term, operands, path) : term.Operation switch
        {
            >= Operation.SetEmpty and <= Operation.SetCount => OfSet(term, operands, path),
            >= Operation.MapConstant and <= Operation.MapSetWhere => OfMap(term, operands, path),
            >= Operation.FiniteMapEmpty and <= Operation.FiniteMapCount => OfFiniteMap(term, operands, path),
            >= Operation.BagEmpty and <= Operation.BagCount => OfBag(term, operands, path),
            >= Operation.SeqEmpty and <= Operation.SeqIsEmpty => OfSeq(term, operands, path),
            >= Operation.PastEmpty and <= Operation.PastExists => throw new GroundingException("asks for the past"),
            _ => Computed(term, operands, path),
        };
    }

    private Value Quantified(OperationTerm term, Scope scope, int path)
    {
        var source = Of(term.Arguments[0], scope, path);
        if (source is Value.Undefined) return source;
        var lambda = term.Arguments[^1] as LambdaTerm ?? throw new GroundingException($"uses {term.Operation} with a function in an unknown place");
        switch (term.Operation)
        {
            case Operation.DomainAll or Operation.SetAll or Operation.BagAll or Operation.SeqAll or Operation.FiniteMapAll:
                return new Value.Truth(conditions.Not(Exists(term, source, lambda, scope, path, refuted: true)));
            case Operation.DomainExists or Operation.SetExists or Operation.BagExists or Operation.SeqExists or Operation.FiniteMapExists:
                return new Value.Truth(Exists(term, source, lambda, scope, path, refuted: false));
            case Operation.SeqAllPairs:
                return AllPairs(AsCollection(source, term.Arguments[0].Type, path), lambda, scope, path);
            case Operation.DomainWhere or Operation.SetWhere:
                return Filtered(term.Type, Elements(source, path), lambda, scope, path, keeps: true);
            case Operation.SetRemoveWhere:
                return Filtered(term.Type, Elements(source, path), lambda, scope, path, keeps: false);
            case Operation.SetAddWhere:
                var added = Filtered(term.Type, Elements(Of(term.Arguments[1], scope, path), path), lambda, scope, path, keeps: true);
                return Zipped(AsCollection(source, term.Type, path), added, conditions.Or);
            case Operation.DomainToMap:
                return Mapped(term.Type, source, lambda, scope, path);
            case Operation.MapUpdate:
                return Updated(AsCollection(source, term.Type, path), Of(term.Arguments[1], scope, path), (old, inside) => Apply(lambda, scope, inside, old), path);
            case Operation.MapSetWhere:
                return Replaced(AsCollection(source, term.Type, path), Of(term.Arguments[1], scope, path), (LambdaTerm)term.Arguments[2], lambda, scope, path);
            default:
                throw new GroundingException($"uses {term.Operation}");
        }
    }

    private Value Apply(LambdaTerm lambda, Scope scope, int path, params ReadOnlySpan<Value> arguments)
    {
        for (var i = 0; i < arguments.Length; i++) scope = scope.With(lambda.Parameters[i], arguments[i]);
        return Of(lambda.Body, scope, path);
    }

    /// <summary>When some element satisfies, or refutes, a predicate.</summary>
    private int Exists(OperationTerm term, Value source, LambdaTerm lambda, Scope scope, int path, bool refuted)
    {
        var exists = ConditionTable.False;
        foreach (var (guard, element, content) in Entries(term, source, path))
        {
            var inside = conditions.And(path, guard);
            if (inside == ConditionTable.False) continue;
            var value = content is null ? Apply(lambda, scope, inside, element) : Apply(lambda, scope, inside, element, content);
            if (value is Value.Undefined) continue;
            var holds = Condition(value);
            exists = conditions.Or(exists, conditions.And(guard, refuted ? conditions.Not(holds) : holds));
            if (exists == ConditionTable.True) break;
        }

        return exists;
    }

    private IEnumerable<(int Guard, Value Element, Value? Content)> Entries(OperationTerm term, Value source, int path)
    {
        if (term.Operation is not (Operation.FiniteMapAll or Operation.FiniteMapExists)) return Elements(source, path).Select(m => (m.Guard, m.Element, (Value?)null));
        var map = AsCollection(source, term.Arguments[0].Type, path);
        return map.Makeup.Index.Values.Select((key, i) => (Condition(map.Parts[2 * i]), Constant(key), (Value?)map.Parts[(2 * i) + 1]));
    }

    /// <summary>What a collection may contain, and when it does.</summary>
    private IEnumerable<(int Guard, Value Element)> Elements(Value source, int path)
    {
        if (source is not Value.Collection collection)
        {
            return Alternatives(source, path).SelectMany(a => ((IEnumerable)a.Content!).Cast<object?>().Select(e => (a.Guard, Constant(e))));
        }

        var index = collection.Makeup.Index.Values;
        return collection.Makeup.Kind switch
        {
            CollectionKind.Set => index.Select((e, i) => (Condition(collection.Parts[i]), Constant(e))),
            CollectionKind.Bag => index.Select((e, i) => (Positive(collection.Parts[i]), Constant(e))),
            CollectionKind.Seq => Enumerable.Range(1, index.Length).Select(i => (Presence(collection, i), collection.Parts[i])),
            var kind => throw new GroundingException($"quantifies over a {kind}"),
        };
    }

    private int Positive(Value count) => Where((Value.Choice)count, n => (int)n! > 0);

    private Value.Collection Filtered(Type type, IEnumerable<(int Guard, Value Element)> elements, LambdaTerm lambda, Scope scope, int path, bool keeps)
    {
        var structure = PartsOf(type);
        var members = new int[structure.Count];
        foreach (var (guard, element) in elements)
        {
            var inside = conditions.And(path, guard);
            if (inside == ConditionTable.False) continue;
            var holds = Condition(Apply(lambda, scope, inside, element));
            Include(structure, members, element, conditions.And(guard, keeps ? holds : conditions.Not(holds)), inside);
        }

        return new Value.Collection(type, structure, Array.ConvertAll(members, m => (Value)new Value.Truth(m)));
    }

    private void Include(CollectionParts structure, int[] members, Value element, int condition, int path)
    {
        foreach (var (guard, content) in Alternatives(element, path))
        {
            var place = structure.Index.IndexOf(content!);
            var included = conditions.And(condition, guard);
            if (place >= 0) members[place] = conditions.Or(members[place], included);
            else Undefine(conditions.And(path, included));
        }
    }

    private Value.Collection Zipped(Value.Collection a, Value.Collection b, Func<int, int, int> combine)
    {
        var combined = new Value[a.Parts.Length];
        for (var i = 0; i < combined.Length; i++) combined[i] = new Value.Truth(combine(Condition(a.Parts[i]), Condition(b.Parts[i])));
        return a.With(combined);
    }

    /// <summary>How many conditions hold.</summary>
    private Value Counted(IEnumerable<int> members)
    {
        var counts = new List<int> { ConditionTable.True };
        foreach (var member in members)
        {
            counts.Add(ConditionTable.False);
            for (var n = counts.Count - 1; n >= 0; n--)
            {
                counts[n] = conditions.Choose(member, n == 0 ? ConditionTable.False : counts[n - 1], counts[n]);
            }
        }

        return Chosen([.. counts.Select((guard, n) => new Guarded(guard, n)).Where(a => a.Guard != ConditionTable.False)]);
    }

    private Value OfSet(OperationTerm term, Value[] operands, int path)
    {
        var type = term.Operation == Operation.SetOf ? term.Type : term.Arguments[0].Type;
        if (term.Operation == Operation.SetContains && operands[0] is not Value.Collection) return Computed(term, operands, path);
        var set = term.Operation == Operation.SetOf
            ? new Value.Collection(type, PartsOf(type), Array.ConvertAll(new int[PartsOf(type).Count], _ => Constant(false)))
            : AsCollection(operands[0], type, path);
        Value.Collection Other() => AsCollection(operands[1], type, path);
        return term.Operation switch
        {
            Operation.SetOf => operands.Aggregate(set, (sum, element) => Added(sum, element, path)),
            Operation.SetContains => new Value.Truth(Contains(set, operands[1], path)),
            Operation.SetAdd => Added(set, operands[1], path),
            Operation.SetRemove => Removed(set, operands[1], path),
            Operation.SetUnion => Zipped(set, Other(), conditions.Or),
            Operation.SetIntersect => Zipped(set, Other(), conditions.And),
            Operation.SetExcept => Zipped(set, Other(), (a, b) => conditions.And(a, conditions.Not(b))),
            Operation.SetIsSubsetOf => new Value.Truth(Every(Zipped(set, Other(), (a, b) => conditions.Or(conditions.Not(a), b)))),
            Operation.SetIsEmpty => new Value.Truth(set.Parts.Aggregate(ConditionTable.True, (all, p) => conditions.And(all, conditions.Not(Condition(p))))),
            Operation.SetCount => Counted(set.Parts.Select(Condition)),
            _ => throw new GroundingException($"uses {term.Operation}"),
        };
    }

    private int Every(Value.Collection set) => set.Parts.Aggregate(ConditionTable.True, (all, p) => conditions.And(all, Condition(p)));

    private int Contains(Value.Collection set, Value element, int path)
    {
        var contains = ConditionTable.False;
        foreach (var (guard, content) in Alternatives(element, path))
        {
            var place = set.Makeup.Index.IndexOf(content!);
            if (place >= 0) contains = conditions.Or(contains, conditions.And(guard, Condition(set.Parts[place])));
        }

        return contains;
    }

    private Value.Collection Added(Value.Collection set, Value element, int path)
    {
        var members = Array.ConvertAll(set.Parts, Condition);
        Include(set.Makeup, members, element, ConditionTable.True, path);
        return set.With(Array.ConvertAll(members, m => (Value)new Value.Truth(m)));
    }

    private Value.Collection Removed(Value.Collection set, Value element, int path)
    {
        Value[] members = [.. set.Parts];
        foreach (var (guard, content) in Alternatives(element, path))
        {
            var place = set.Makeup.Index.IndexOf(content!);
            if (place >= 0) members[place] = new Value.Truth(conditions.And(Condition(members[place]), conditions.Not(guard)));
        }

        return set.With(members);
    }
}
