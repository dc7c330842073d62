using System.Collections;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;
using Igloo.Terms;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>The operations of maps.</content>
internal sealed partial class Grounder
{
    private Value OfMap(OperationTerm term, Value[] operands, int path)
    {
        if (term.Operation == Operation.MapConstant)
        {
            var structure = PartsOf(term.Type);
            var parts = new Value[structure.Count];
            Array.Fill(parts, operands[0]);
            return new Value.Collection(term.Type, structure, parts);
        }

        var map = AsCollection(operands[0], term.Arguments[0].Type, path);
        return term.Operation switch
        {
            Operation.MapGet => Looked(map, operands[1], path),
            Operation.MapSet => Updated(map, operands[1], (_, _) => operands[2], path),
            _ => throw new GroundingException($"uses {term.Operation}"),
        };
    }

    private Value Looked(Value.Collection map, Value key, int path)
    {
        Value result = Value.Undefined.Instance;
        foreach (var (guard, content) in Alternatives(key, path))
        {
            // A state whose map says something of a key outside the universe has no packed form, so the default is the value there.
            var value = map.Parts[map.Makeup.Index.IndexOf(content!) + 1];
            result = result is Value.Undefined ? value : Merge(guard, value, result);
        }

        return result;
    }

    private Value.Collection Updated(Value.Collection map, Value key, Func<Value, int, Value> update, int path)
    {
        Value[] parts = [.. map.Parts];
        foreach (var (guard, content) in Alternatives(key, path))
        {
            var place = map.Makeup.Index.IndexOf(content!) + 1;
            var inside = conditions.And(path, guard);
            if (place == 0) Undefine(inside);
            else parts[place] = Merge(guard, update(map.Parts[place], inside), parts[place]);
        }

        return map.With(parts);
    }

    private Value.Collection Replaced(Value.Collection map, Value domain, LambdaTerm where, LambdaTerm value, Scope scope, int path)
    {
        Value[] parts = [.. map.Parts];
        foreach (var (guard, key) in Elements(domain, path))
        {
            var chosen = conditions.And(guard, Condition(Apply(where, scope, conditions.And(path, guard), key)));
            var inside = conditions.And(path, chosen);
            if (inside == ConditionTable.False) continue;
            var place = map.Makeup.Index.IndexOf(((Value.Choice)key).Alternatives[0].Content!) + 1;
            if (place == 0) Undefine(inside);
            else parts[place] = Merge(chosen, Apply(value, scope, inside, key), parts[place]);
        }

        return map.With(parts);
    }

    /// <summary>The total map of a function on a domain. Its default is the value at the domain's first element.</summary>
    private Value Mapped(Type type, Value source, LambdaTerm lambda, Scope scope, int path)
    {
        if (source is not Value.Choice { IsConstant: true, Alternatives: [var domain] }) throw new GroundingException("makes a map on a domain that depends on the state");
        var toSet = domain.Content!.GetType().GetMethod(nameof(Values.Domain<int>.ToSet))!;
        var elements = ((IEnumerable)toSet.Invoke(domain.Content, [])!).Cast<object>().ToArray();
        if (elements.Length == 0)
        {
            Undefine(path);
            return Value.Undefined.Instance;
        }

        var structure = PartsOf(type);
        var parts = new Value[structure.Count];
        Array.Fill(parts, Apply(lambda, scope, path, Constant(elements[0])));
        foreach (var element in elements)
        {
            var place = structure.Index.IndexOf(element) + 1;
            if (place == 0) Undefine(path);
            else parts[place] = Apply(lambda, scope, path, Constant(element));
        }

        return new Value.Collection(type, structure, parts);
    }

    private Value OfFiniteMap(OperationTerm term, Value[] operands, int path)
    {
        var map = AsCollection(operands[0], term.Arguments[0].Type, path);
        return term.Operation switch
        {
            Operation.FiniteMapContainsKey => new Value.Truth(HasKey(map, operands[1], path)),
            Operation.FiniteMapGet => Found(map, operands[1], path),
            Operation.FiniteMapSet => WithEntry(map, operands[1], ConditionTable.True, operands[2], path),
            Operation.FiniteMapRemove => WithEntry(map, operands[1], ConditionTable.False, Value.Undefined.Instance, path),
            Operation.FiniteMapKeys => new Value.Collection(term.Type, PartsOf(term.Type), [.. map.Parts.Where((_, i) => i % 2 == 0)]),
            Operation.FiniteMapCount => Counted(map.Parts.Where((_, i) => i % 2 == 0).Select(Condition)),
            _ => throw new GroundingException($"uses {term.Operation}"),
        };
    }

    private int HasKey(Value.Collection map, Value key, int path)
    {
        var has = ConditionTable.False;
        foreach (var (guard, content) in Alternatives(key, path))
        {
            var place = map.Makeup.Index.IndexOf(content!);
            if (place >= 0) has = conditions.Or(has, conditions.And(guard, Condition(map.Parts[2 * place])));
        }

        return has;
    }

    private Value Found(Value.Collection map, Value key, int path)
    {
        Value result = Value.Undefined.Instance;
        foreach (var (guard, content) in Alternatives(key, path))
        {
            var inside = conditions.And(path, guard);
            var place = map.Makeup.Index.IndexOf(content!);
            var present = place < 0 ? ConditionTable.False : Condition(map.Parts[2 * place]);
            Undefine(conditions.And(inside, conditions.Not(present)));
            if (conditions.And(inside, present) == ConditionTable.False) continue;
            var value = map.Parts[(2 * place) + 1];
            result = result is Value.Undefined ? value : Merge(guard, value, result);
        }

        return result;
    }

    private Value.Collection WithEntry(Value.Collection map, Value key, int present, Value value, int path)
    {
        Value[] parts = [.. map.Parts];
        foreach (var (guard, content) in Alternatives(key, path))
        {
            var place = map.Makeup.Index.IndexOf(content!);
            if (place < 0)
            {
                if (present == ConditionTable.True) Undefine(conditions.And(path, guard));
                continue;
            }

            parts[2 * place] = new Value.Truth(conditions.Choose(guard, present, Condition(parts[2 * place])));
            if (present == ConditionTable.True) parts[(2 * place) + 1] = Merge(guard, value, parts[(2 * place) + 1]);
        }

        return map.With(parts);
    }
}
