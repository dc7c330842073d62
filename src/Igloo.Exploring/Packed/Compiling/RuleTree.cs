using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>
/// Arranges rules so that those which require the same stand together behind a gate that requires only that: where it is closed, all of
/// them are skipped at once.
/// </summary>
internal sealed class RuleTree
{
    /// <summary>Fewer rules are tested one by one.</summary>
    private const int Fewest = 3;

    private readonly List<(BitRule Rule, int Behind)> entries = [];

    private RuleTree()
    {
    }

    /// <summary>The rules and gates in the order of testing; a gate has no event. With each how many entries stand behind it.</summary>
    public static IReadOnlyList<(BitRule Rule, int Behind)> Of(IReadOnlyList<BitRule> rules)
    {
        var uses = rules.SelectMany(r => r.Required).GroupBy(l => l).ToDictionary(g => g.Key, g => g.Count());
        var sorted = rules.Select(r => (Rule: r, Order: r.Required.OrderByDescending(l => uses[l]).ThenBy(l => l.Bit).ThenBy(l => l.Value).ToImmutableArray())).ToList();
        var tree = new RuleTree();
        tree.Add(sorted, 0);
        return tree.entries;
    }

    private void Add(List<(BitRule Rule, ImmutableArray<Literal> Order)> rules, int depth)
    {
        foreach (var group in rules.GroupBy(r => depth < r.Order.Length ? r.Order[depth] : (Literal?)null))
        {
            var together = group.ToList();
            if (group.Key is not { } literal || together.Count < Fewest)
            {
                entries.AddRange(together.Select(r => (r.Rule, 0)));
                continue;
            }

            var gate = entries.Count;
            entries.Add((new BitRule(-1, [literal], ConditionTable.True, [], []), 0));
            Add(together, depth + 1);
            entries[gate] = (entries[gate].Rule, entries.Count - gate - 1);
        }
    }
}
