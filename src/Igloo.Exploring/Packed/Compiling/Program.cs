using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Grounding;
using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>A grounded system as tables over packed states of one width. Immutable.</summary>
internal sealed class Program<T>
    where T : struct, IWords<T>
{
    private Program(Rule<T>[] rules, (int Bit, int Condition)[] computed, (int Condition, int Event)[] fallbacks, Watch[] states, Watch[] steps, Watch[] terminals, Decision[] decisions)
    {
        Rules = rules;
        Computed = computed;
        Fallbacks = fallbacks;
        StateWatches = states;
        StepWatches = steps;
        TerminalWatches = terminals;
        Decisions = decisions;
    }

    /// <summary>The cases of all events, and the gates before them.</summary>
    public Rule<T>[] Rules { get; }

    /// <summary>Bits that get the value of a condition.</summary>
    public (int Bit, int Condition)[] Computed { get; }

    /// <summary>Where the compiled code decides on an event.</summary>
    public (int Condition, int Event)[] Fallbacks { get; }

    /// <summary>What to look for in new states.</summary>
    public Watch[] StateWatches { get; }

    /// <summary>What to look for in steps.</summary>
    public Watch[] StepWatches { get; }

    /// <summary>Where a run may end.</summary>
    public Watch[] TerminalWatches { get; }

    private Decision[] Decisions { get; }

    public static Program<T> Of(GroundSystem system, BitPlaces places)
    {
        var conditions = system.Conditions;
        var decisions = new DecisionList(conditions, places);
        var valid = conditions.Fix(system.Valid, places.Constant);
        var rules = new List<BitRule>();
        var computed = new List<(int, int)>();
        var fallbacks = new List<(int, int)>();
        for (var i = 0; i < system.Events.Length; i++)
        {
            var e = system.Events[i];
            var unavailable = conditions.And(conditions.Fix(e.Unavailable, places.Constant), valid);
            if (unavailable != ConditionTable.False) fallbacks.Add((decisions.Add(conditions.Simplify(unavailable, valid)), i));
            var narrowed = new GroundEvent(e.Event, conditions.Fix(e.Enabled, places.Constant), unavailable, [.. e.Bits.Select((b, at) => places.Constant(at) is null ? conditions.Fix(b, places.Constant) : conditions.Bit(at))]);
            rules.AddRange(RuleSplitting.Of(conditions, valid, narrowed, i));
        }

        var watches = system.Properties.Select(p => Watched(p, conditions, valid, places, decisions)).Where(w => w.Condition != 0).ToArray();
        return new(
            [.. RuleTree.Of(rules).Select(r => Packed(r.Rule, r.Behind, places, decisions, computed))],
            [.. computed],
            [.. fallbacks],
            [.. watches.Where(w => w.Ground.Event is null && w.Ground.Property.Kind != PropertyKind.Terminal)],
            [.. watches.Where(w => w.Ground.Event is not null)],
            [.. watches.Where(w => w.Ground.Property.Kind == PropertyKind.Terminal)],
            decisions.ToArray());
    }

    /// <summary>Whether a condition holds of a state.</summary>
    public bool Holds(int condition, in T state)
    {
        while (condition > 1)
        {
            ref readonly var decision = ref Decisions[condition];
            condition = state.Bit(decision.Bit) ? decision.High : decision.Low;
        }

        return condition == 1;
    }

    /// <summary>Whether a rule applies to a state.</summary>
    public bool Applies(in Rule<T> rule, in T state) => rule.Event >= 0 && state.Matches(rule.Mask, rule.Value) && (rule.Guard == 1 || Holds(rule.Guard, state));

    /// <summary>The state after a rule that applies.</summary>
    public T After(in Rule<T> rule, in T state)
    {
        var after = state.Changed(rule.Keep, rule.Set);
        for (var i = rule.FirstComputed; i < rule.EndComputed; i++)
        {
            if (Holds(Computed[i].Condition, state)) after = after.Flipped(Computed[i].Bit);
        }

        return after;
    }

    private static Watch Watched(GroundProperty property, ConditionTable conditions, int valid, BitPlaces places, DecisionList decisions)
    {
        var certain = conditions.And(valid, conditions.Fix(property.Found ?? ConditionTable.False, places.Constant));
        var either = conditions.Or(certain, conditions.And(valid, conditions.Fix(property.Unavailable, places.Constant)));
        return new Watch(
            either == ConditionTable.False ? 0 : decisions.Add(conditions.Simplify(either, valid)),
            decisions.Add(conditions.Simplify(certain, valid)),
            property);
    }

    private static Rule<T> Packed(BitRule rule, int behind, BitPlaces places, DecisionList decisions, List<(int, int)> computed)
    {
        Span<ulong> mask = stackalloc ulong[T.Count];
        Span<ulong> value = stackalloc ulong[T.Count];
        Span<ulong> keep = stackalloc ulong[T.Count];
        Span<ulong> set = stackalloc ulong[T.Count];
        mask.Clear();
        value.Clear();
        keep.Fill(ulong.MaxValue);
        set.Clear();
        foreach (var (bit, required) in rule.Required)
        {
            var (word, single) = Place(places.Of(bit));
            mask[word] |= single;
            if (required) value[word] |= single;
        }

        foreach (var (bit, assigned) in rule.Assigned)
        {
            var (word, single) = Place(places.Of(bit));
            keep[word] &= ~single;
            if (assigned) set[word] |= single;
        }

        var first = computed.Count;
        foreach (var (bit, condition) in rule.Computed)
        {
            var (word, single) = Place(places.Of(bit));
            keep[word] &= ~single;
            computed.Add((places.Of(bit), decisions.Add(condition)));
        }

        return new Rule<T>(T.From(mask), T.From(value), T.From(keep), T.From(set), rule.Event, behind, decisions.Add(rule.Guard), first, computed.Count);
    }

    private static (int Word, ulong Single) Place(int place) => (place / 64, 1UL << (place % 64));
}
