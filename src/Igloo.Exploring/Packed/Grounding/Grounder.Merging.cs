using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;

namespace Igloo.Exploring.Packed.Grounding;

/// <content>Choices between values, and their equality.</content>
internal sealed partial class Grounder
{
    /// <summary>The first value where the test holds, the second elsewhere.</summary>
    private Value Merge(int test, Value then, Value otherwise)
    {
        if (test == ConditionTable.True || otherwise is Value.Undefined || ReferenceEquals(then, otherwise)) return then;
        if (test == ConditionTable.False || then is Value.Undefined) return otherwise;
        return (then, otherwise) switch
        {
            (Value.Truth a, Value.Truth b) => new Value.Truth(conditions.Choose(test, a.Condition, b.Condition)),
            (Value.Choice a, Value.Choice b) => Chosen([.. Guard(test, a), .. Guard(conditions.Not(test), b)]),
            (Value.Optional, _) or (_, Value.Optional) => MergeOptional(test, then, otherwise),
            _ when IsAbsent(then) || IsAbsent(otherwise) => MergeOptional(test, then, otherwise),
            (Value.Truth, Value.Choice) or (Value.Choice, Value.Truth) => MergeOptional(test, then, otherwise),
            (Value.Collection a, _) => MergeParts(test, a, AsCollection(otherwise, a.Type, conditions.Not(test))),
            (_, Value.Collection b) => MergeParts(test, AsCollection(then, b.Type, test), b),
            (Value.Structure a, Value.Structure b) when a.Type == b.Type => MergeFields(test, a, b),
            _ => MergeCases(test, AsVariant(then, test), AsVariant(otherwise, conditions.Not(test))),
        };
    }

    /// <summary>When two values of one type are equal.</summary>
    private int Same(Value a, Value b, int path) => (a, b) switch
    {
        (Value.Undefined, _) or (_, Value.Undefined) => ConditionTable.False,
        (Value.Truth x, Value.Truth y) => conditions.Same(x.Condition, y.Condition),
        (Value.Choice x, Value.Choice y) => SameChoice(x, y),
        (Value.Optional, _) or (_, Value.Optional) => SameOptional(AsOptional(a), AsOptional(b), path),
        (Value.Choice x, _) when x.Alternatives.Any(v => v.Content is null) => SameOptional(AsOptional(a), AsOptional(b), path),
        (_, Value.Choice y) when y.Alternatives.Any(v => v.Content is null) => SameOptional(AsOptional(a), AsOptional(b), path),
        (Value.Collection x, _) => SameParts(x, AsCollection(b, x.Type, path), path),
        (_, Value.Collection y) => SameParts(AsCollection(a, y.Type, path), y, path),
        (Value.Structure x, Value.Structure y) => x.Type == y.Type ? SameFields(x, y, path) : ConditionTable.False,
        _ => SameCases(AsVariant(a, path), AsVariant(b, path), path),
    };

    private static bool IsAbsent(Value value) => value is Value.Choice choice && choice.Alternatives.Any(a => a.Content is null);

    private IEnumerable<Guarded> Guard(int test, Value.Choice choice) =>
        choice.Alternatives.Select(a => a with { Guard = conditions.And(test, a.Guard) }).Where(a => a.Guard != ConditionTable.False);

    private Value.Optional MergeOptional(int test, Value then, Value otherwise)
    {
        var (a, b) = (AsOptional(then), AsOptional(otherwise));
        return new(conditions.Choose(test, a.Present, b.Present), Merge(test, a.Content, b.Content));
    }

    private Value.Collection MergeParts(int test, Value.Collection a, Value.Collection b) => a.With(Merged(test, a.Parts, b.Parts));

    private Value.Structure MergeFields(int test, Value.Structure a, Value.Structure b) => new(a.Type, Merged(test, a.Fields, b.Fields));

    private Value[] Merged(int test, Value[] then, Value[] otherwise)
    {
        var merged = new Value[then.Length];
        for (var i = 0; i < merged.Length; i++) merged[i] = Merge(test, then[i], otherwise[i]);
        return merged;
    }

    private Value.Variant MergeCases(int test, Value.Variant then, Value.Variant otherwise) => new(
    [
        .. then.Cases.Concat(otherwise.Cases).Select(c => c.Content.Type).Distinct().Select(type =>
        {
            var a = then.Cases.FirstOrDefault(c => c.Content.Type == type);
            var b = otherwise.Cases.FirstOrDefault(c => c.Content.Type == type);
            var content = a.Content is null ? b.Content : b.Content is null ? a.Content : MergeFields(test, a.Content, b.Content);
            return new VariantCase(conditions.Choose(test, a.Guard, b.Guard), content);
        }),
    ]);

    private int SameChoice(Value.Choice a, Value.Choice b)
    {
        var same = ConditionTable.False;
        foreach (var x in a.Alternatives)
        {
            foreach (var y in b.Alternatives)
            {
                if (Equals(x.Content, y.Content)) same = conditions.Or(same, conditions.And(x.Guard, y.Guard));
            }
        }

        return same;
    }

    private int SameOptional(Value.Optional a, Value.Optional b, int path)
    {
        var both = conditions.And(a.Present, b.Present);
        var neither = conditions.And(conditions.Not(a.Present), conditions.Not(b.Present));
        return both == ConditionTable.False ? neither : conditions.Or(neither, conditions.And(both, Same(a.Content, b.Content, conditions.And(path, both))));
    }

    private int SameFields(Value.Structure a, Value.Structure b, int path)
    {
        var same = ConditionTable.True;
        for (var i = 0; i < a.Fields.Length && same != ConditionTable.False; i++) same = conditions.And(same, Same(a.Fields[i], b.Fields[i], path));
        return same;
    }

    private int SameParts(Value.Collection a, Value.Collection b, int path)
    {
        var same = ConditionTable.True;
        for (var i = 0; i < a.Parts.Length && same != ConditionTable.False; i++)
        {
            var there = conditions.And(Presence(a, i), Presence(b, i));
            if (there == ConditionTable.False) continue;
            same = conditions.And(same, conditions.Or(conditions.Not(there), Same(a.Parts[i], b.Parts[i], conditions.And(path, there))));
        }

        return same;
    }

    private int SameCases(Value.Variant a, Value.Variant b, int path)
    {
        var same = ConditionTable.False;
        foreach (var x in a.Cases)
        {
            foreach (var y in b.Cases.Where(y => y.Content.Type == x.Content.Type))
            {
                var both = conditions.And(x.Guard, y.Guard);
                same = conditions.Or(same, conditions.And(both, SameFields(x.Content, y.Content, conditions.And(path, both))));
            }
        }

        return same;
    }
}
