using System.Collections.Immutable;
using Igloo.Proving.Logic;

namespace Igloo.Proving.Deciding;

/// <summary>
/// Why a query may be undecidable: functions and exists-under-forall that lead from sorts back to themselves. Without such a cycle the
/// solver's search ends (the fragment EPR, extended by stratified functions).
/// </summary>
internal static class SortCycles
{
    /// <summary>A cycle in words, such as <c>Node -> Key -> Node</c>; null if there is none.</summary>
    internal static string? Find(ImmutableArray<Expression> formulas)
    {
        var edges = new HashSet<(string From, string To)>();
        foreach (var formula in formulas) Collect(formula, positive: true, [], edges);
        foreach (var function in Signature.Of(formulas).Functions)
            if (function.ResultSort is Sort.Uninterpreted or Sort.Integer)
                foreach (var argument in function.ArgumentSorts) edges.Add((argument.Name, function.ResultSort.Name));
        foreach (var start in edges.Select(e => e.From).Distinct().Order(StringComparer.Ordinal))
            if (Path(start, start, edges, []) is { } path) return string.Join(" -> ", path.Prepend(start));
        return null;
    }

    private static ImmutableArray<string>? Path(string from, string to, HashSet<(string From, string To)> edges, HashSet<string> visited)
    {
        foreach (var (_, next) in edges.Where(e => e.From == from).OrderBy(e => e.To, StringComparer.Ordinal))
        {
            if (next == to) return [next];
            if (visited.Add(next) && Path(next, to, edges, visited) is { } rest) return [next, .. rest];
        }

        return null;
    }

    private static void Collect(Expression formula, bool positive, ImmutableArray<string> universal, HashSet<(string From, string To)> edges)
    {
        switch (formula)
        {
            case Expression.Operation { Operator: Operator.Not }:
                Collect(formula.Operands[0], !positive, universal, edges);
                break;
            case Expression.Operation { Operator: Operator.Implies }:
                Collect(formula.Operands[0], !positive, universal, edges);
                Collect(formula.Operands[1], positive, universal, edges);
                break;
            case Expression.Operation { Operator: Operator.And or Operator.Or }:
                foreach (var operand in formula.Operands) Collect(operand, positive, universal, edges);
                break;
            case Expression.Operation { Sort: Sort.Boolean }:
                foreach (var operand in formula.Operands.Where(o => o.Sort == Sort.Bool))
                {
                    Collect(operand, true, universal, edges);
                    Collect(operand, false, universal, edges);
                }

                break;
            case Expression.Quantification quantification:
                var names = quantification.Variables.Select(v => v.Sort.Name);
                if (quantification.Quantifier == Quantifier.ForAll == positive)
                {
                    Collect(quantification.Body, positive, universal.AddRange(names), edges);
                    break;
                }

                foreach (var name in names)
                    foreach (var outer in universal) edges.Add((outer, name));
                Collect(quantification.Body, positive, universal, edges);
                break;
        }
    }
}
