using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>What a composite expression keeps about its operands, computed once at construction.</summary>
internal static class Composite
{
    private const long LargestSize = 1L << 60;

    internal static ulong HashOf(ulong head, ImmutableArray<Expression> operands)
    {
        var hash = head;
        foreach (var operand in operands) hash = StableHash.Combine(hash, operand.StableHash);
        return hash;
    }

    internal static long SizeOf(ImmutableArray<Expression> operands)
    {
        var size = 1L;
        foreach (var operand in operands) size = Math.Min(LargestSize, size + operand.TreeSize);
        return size;
    }

    /// <remarks>Most operands are closed or share their variables with a neighbour, so the usual case allocates nothing.</remarks>
    internal static ImmutableArray<BoundVariable> FreeVariablesOf(ImmutableArray<Expression> operands)
    {
        ImmutableArray<BoundVariable> union = [];
        foreach (var operand in operands) union = Union(union, operand.FreeVariables);
        return union;
    }

    internal static ImmutableArray<BoundVariable> Without(
        ImmutableArray<BoundVariable> variables, ImmutableArray<BoundVariable> removed) =>
        variables.IsEmpty ? variables : [.. variables.Where(variable => !removed.Contains(variable))];

    private static ImmutableArray<BoundVariable> Union(ImmutableArray<BoundVariable> left, ImmutableArray<BoundVariable> right)
    {
        if (right.IsEmpty || left == right) return left;
        if (left.IsEmpty) return right;
        if (right.All(left.Contains)) return left;
        if (left.All(right.Contains)) return right;
        return [.. left.Union(right).OrderBy(variable => variable.Id).ThenBy(variable => variable.Sort.Name, StringComparer.Ordinal)];
    }
}
