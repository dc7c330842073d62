using Igloo.Exploring.Packed.Diagrams;
using Igloo.Terms;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>The operations of bags and sequences. What leaves the bounds of the layout has no result, so that wider bounds are asked for.</content>
internal sealed partial class Grounder
{
    private Value OfBag(OperationTerm term, Value[] operands, int path)
    {
        var bag = AsCollection(operands[0], term.Arguments[0].Type, path);
        return term.Operation switch
        {
            Operation.BagCountOf => CountOf(bag, operands[1], path),
            Operation.BagContains => new Value.Truth(Positive(CountOf(bag, operands[1], path))),
            Operation.BagAdd => Recounted(bag, operands[1], n => n + 1, path, isExact: true),
            Operation.BagRemove => Recounted(bag, operands[1], n => Math.Max(0, n - 1), path, isExact: false),
            Operation.BagUnion => bag.With([.. bag.Parts.Zip(AsCollection(operands[1], bag.Type, path).Parts, (a, b) => Sum(a, b, path))]),
            Operation.BagCount => bag.Parts.Aggregate(Constant(0), (a, b) => Sum(a, b, path)),
            _ => throw new GroundingException($"uses {term.Operation}"),
        };
    }

    private Value Sum(Value a, Value b, int path) => Applied([a, b], path, n => (int)n[0]! + (int)n[1]!);

    private Value CountOf(Value.Collection bag, Value element, int path)
    {
        var result = Constant(0);
        foreach (var (guard, content) in Alternatives(element, path))
        {
            var place = bag.Makeup.Index.IndexOf(content!);
            if (place >= 0) result = Merge(guard, bag.Parts[place], result);
        }

        return result;
    }

    private Value.Collection Recounted(Value.Collection bag, Value element, Func<int, int> count, int path, bool isExact)
    {
        Value[] parts = [.. bag.Parts];
        foreach (var (guard, content) in Alternatives(element, path))
        {
            var place = bag.Makeup.Index.IndexOf(content!);
            if (place >= 0) parts[place] = Merge(guard, Applied([parts[place]], path, n => count((int)n[0]!)), parts[place]);
            else if (isExact) Undefine(conditions.And(path, guard));
        }

        return bag.With(parts);
    }

    private Value OfSeq(OperationTerm term, Value[] operands, int path)
    {
        if (term.Operation == Operation.SeqOf)
        {
            var empty = AsCollection(Computed(new OperationTerm(Operation.SeqEmpty, [], term.Type), [], path), term.Type, path);
            return operands.Aggregate(empty, (seq, element) => Appended(seq, element, path));
        }

        var seq = AsCollection(operands[0], term.Arguments[0].Type, path);
        return term.Operation switch
        {
            Operation.SeqCount => seq.Parts[0],
            Operation.SeqIsEmpty => new Value.Truth(conditions.Not(Presence(seq, 1))),
            Operation.SeqContains => new Value.Truth(Elements(seq, path).Aggregate(ConditionTable.False, (any, e) => conditions.Or(any, conditions.And(e.Guard, Same(e.Element, operands[1], conditions.And(path, e.Guard)))))),
            Operation.SeqAppend => Appended(seq, operands[1], path),
            Operation.SeqConcat => Joined(seq, AsCollection(operands[1], seq.Type, path), path),
            Operation.SeqFirst => At(seq, Constant(0), path),
            Operation.SeqGet => At(seq, operands[1], path),
            Operation.SeqSet => Placed(seq, operands[1], operands[2], path),
            Operation.SeqRest => Rest(seq, path),
            Operation.SeqIsPrefixOf => new Value.Truth(IsPrefix(seq, AsCollection(operands[1], seq.Type, path), path)),
            _ => throw new GroundingException($"uses {term.Operation}"),
        };
    }

    private int LengthIs(Value.Collection seq, int length) => Where((Value.Choice)seq.Parts[0], n => (int)n! == length);

    private Value.Collection Appended(Value.Collection seq, Value element, int path)
    {
        Value[] parts = [.. seq.Parts];
        for (var n = 0; n < seq.Makeup.Index.Count; n++) parts[n + 1] = Merge(LengthIs(seq, n), element, parts[n + 1]);
        parts[0] = Lengthened(seq, Constant(1), path);
        return seq.With(parts);
    }

    private Value Lengthened(Value.Collection seq, Value by, int path)
    {
        var length = Sum(seq.Parts[0], by, path);
        if (length is not Value.Choice choice) return length;
        var longest = seq.Makeup.Index.Count;
        Undefine(conditions.And(path, Where(choice, n => (int)n! > longest)));
        return Chosen([.. choice.Alternatives.Where(a => (int)a.Content! <= longest)]) is Value.Choice kept ? kept : new Value.Choice();
    }

    private Value.Collection Joined(Value.Collection first, Value.Collection second, int path)
    {
        Value[] parts = [.. first.Parts];
        var longest = first.Makeup.Index.Count;
        for (var n = 0; n <= longest; n++)
        {
            var guard = LengthIs(first, n);
            for (var i = 1; n + i <= longest; i++) parts[n + i] = Merge(conditions.And(guard, Presence(second, i)), second.Parts[i], parts[n + i]);
        }

        parts[0] = Lengthened(first, second.Parts[0], path);
        return first.With(parts);
    }

    private Value At(Value.Collection seq, Value index, int path)
    {
        Value result = Value.Undefined.Instance;
        foreach (var (guard, content) in Alternatives(index, path))
        {
            var inside = conditions.And(path, guard);
            var place = (int)content! + 1;
            var present = place < 1 || place >= seq.Parts.Length ? ConditionTable.False : Presence(seq, place);
            Undefine(conditions.And(inside, conditions.Not(present)));
            if (conditions.And(inside, present) != ConditionTable.False) result = Merge(guard, seq.Parts[place], result);
        }

        return result;
    }

    private Value.Collection Placed(Value.Collection seq, Value index, Value element, int path)
    {
        Value[] parts = [.. seq.Parts];
        foreach (var (guard, content) in Alternatives(index, path))
        {
            var place = (int)content! + 1;
            var present = place < 1 || place >= parts.Length ? ConditionTable.False : Presence(seq, place);
            Undefine(conditions.And(conditions.And(path, guard), conditions.Not(present)));
            if (present != ConditionTable.False) parts[place] = Merge(guard, element, parts[place]);
        }

        return seq.With(parts);
    }

    private Value Rest(Value.Collection seq, int path)
    {
        var filled = Presence(seq, 1);
        Undefine(conditions.And(path, conditions.Not(filled)));
        var inside = conditions.And(path, filled);
        if (inside == ConditionTable.False) return Value.Undefined.Instance;
        var length = Applied([seq.Parts[0]], inside, n => (int)n[0]! - 1);
        return seq.With([length, .. seq.Parts[2..], Value.Undefined.Instance]);
    }

    private int IsPrefix(Value.Collection prefix, Value.Collection seq, int path)
    {
        var isPrefix = ConditionTable.True;
        for (var i = 1; i < seq.Parts.Length; i++)
        {
            var there = Presence(prefix, i);
            if (there == ConditionTable.False) break;
            var both = conditions.And(there, Presence(seq, i));
            var same = conditions.And(both, Same(prefix.Parts[i], seq.Parts[i], conditions.And(path, both)));
            isPrefix = conditions.And(isPrefix, conditions.Or(conditions.Not(there), same));
        }

        return isPrefix;
    }

    private Value.Truth AllPairs(Value.Collection seq, LambdaTerm lambda, Scope scope, int path)
    {
        var holds = ConditionTable.True;
        for (var j = 2; j < seq.Parts.Length; j++)
        {
            var there = Presence(seq, j);
            var inside = conditions.And(path, there);
            for (var i = 1; i < j && inside != ConditionTable.False; i++)
            {
                var pair = Condition(Apply(lambda, scope, inside, seq.Parts[i], seq.Parts[j]));
                holds = conditions.And(holds, conditions.Or(conditions.Not(there), pair));
            }
        }

        return new Value.Truth(holds);
    }
}
