using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>
/// Turns a step between bits into cases that only compare and set bits, where few are enough; otherwise into one rule with conditions.
/// </summary>
internal sealed class RuleSplitting
{
    private const int MaxRules = 16;

    private readonly ConditionTable conditions;
    private readonly List<BitRule> rules = [];
    private readonly int e;

    private RuleSplitting(ConditionTable conditions, int e)
    {
        this.conditions = conditions;
        this.e = e;
    }

    /// <summary>The rules of an event. No two apply to the same state.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="valid">Which bits are states.</param>
    /// <param name="e">The event.</param>
    /// <param name="index">Its index.</param>
    public static IReadOnlyList<BitRule> Of(ConditionTable conditions, int valid, GroundEvent e, int index)
    {
        var care = conditions.And(valid, e.Enabled);
        if (care == ConditionTable.False) return [];
        var splitting = new RuleSplitting(conditions, index);
        var guard = conditions.Simplify(e.Enabled, valid);
        var (assigned, open) = splitting.Classify(care, [.. e.Bits.Select((condition, bit) => (bit, condition))]);
        if (splitting.Split(guard, care, [], assigned, open)) return splitting.rules;
        return [new BitRule(index, splitting.Necessary(guard), guard, [.. assigned], [.. open])];
    }

    private bool Split(int guard, int care, ImmutableList<Literal> path, ImmutableList<Literal> assigned, List<(int Bit, int Condition)> open)
    {
        if (care == ConditionTable.False || guard == ConditionTable.False) return true;
        if (open.Count == 0 && Cube(guard) is { } cube)
        {
            rules.Add(new BitRule(e, [.. path, .. cube], ConditionTable.True, [.. assigned], []));
            return rules.Count <= MaxRules;
        }

        var variable = open.Aggregate(conditions.VariableOf(guard), (first, o) => Math.Min(first, conditions.VariableOf(o.Condition)));
        foreach (var value in new[] { false, true })
        {
            var literal = value ? conditions.Bit(variable) : conditions.Not(conditions.Bit(variable));
            var inside = conditions.And(care, literal);
            var (more, left) = Classify(inside, [.. open.Select(o => (o.Bit, conditions.Cofactor(o.Condition, variable, value)))]);
            if (!Split(conditions.Cofactor(guard, variable, value), inside, path.Add(new Literal(variable, value)), assigned.AddRange(more), left)) return false;
        }

        return true;
    }

    /// <summary>The bits that are constant, and those that are neither constant nor kept.</summary>
    private (ImmutableList<Literal> Assigned, List<(int Bit, int Condition)> Open) Classify(int care, List<(int Bit, int Condition)> bits)
    {
        var assigned = ImmutableList.CreateBuilder<Literal>();
        var open = new List<(int, int)>();
        foreach (var (bit, condition) in bits)
        {
            if (conditions.And(care, conditions.Not(conditions.Same(condition, conditions.Bit(bit)))) == ConditionTable.False) continue;
            if (conditions.And(care, condition) == ConditionTable.False) assigned.Add(new Literal(bit, false));
            else if (conditions.And(care, conditions.Not(condition)) == ConditionTable.False) assigned.Add(new Literal(bit, true));
            else open.Add((bit, conditions.Simplify(condition, care)));
        }

        return (assigned.ToImmutable(), open);
    }

    /// <summary>The literals of a condition that is a conjunction of them; null of another one.</summary>
    private List<Literal>? Cube(int condition)
    {
        var literals = new List<Literal>();
        while (condition != ConditionTable.True)
        {
            var (low, high) = (conditions.Low(condition), conditions.High(condition));
            if (low != ConditionTable.False && high != ConditionTable.False) return null;
            literals.Add(new Literal(conditions.VariableOf(condition), low == ConditionTable.False));
            condition = low == ConditionTable.False ? high : low;
        }

        return literals;
    }

    /// <summary>Literals that hold wherever the condition does, to be tested first.</summary>
    private ImmutableArray<Literal> Necessary(int condition)
    {
        var literals = ImmutableArray.CreateBuilder<Literal>();
        var support = new HashSet<int>();
        Collect(condition, support, []);
        foreach (var variable in support.Order())
        {
            var bit = conditions.Bit(variable);
            if (conditions.And(condition, bit) == ConditionTable.False) literals.Add(new Literal(variable, false));
            else if (conditions.And(condition, conditions.Not(bit)) == ConditionTable.False) literals.Add(new Literal(variable, true));
        }

        return literals.ToImmutable();
    }

    private void Collect(int condition, HashSet<int> support, HashSet<int> seen)
    {
        if (condition <= ConditionTable.True || !seen.Add(condition)) return;
        support.Add(conditions.VariableOf(condition));
        Collect(conditions.Low(condition), support, seen);
        Collect(conditions.High(condition), support, seen);
    }
}
