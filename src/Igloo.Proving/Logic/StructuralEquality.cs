using System.Runtime.CompilerServices;

namespace Igloo.Proving.Logic;

/// <summary>
/// Structural equality of expressions. Small ones are compared directly; for large ones pairs already found equal are
/// remembered, because without that the comparison of two unshared graphs takes time exponential in their depth.
/// </summary>
internal static class StructuralEquality
{
    private const long SmallTree = 64;

    internal static bool AreEqual(Expression? left, Expression? right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left is null || right is null) return false;
        return Compare(left, right, left.TreeSize <= SmallTree ? null : new(PairComparer.Instance));
    }

    private static bool Compare(Expression left, Expression right, HashSet<(Expression, Expression)>? known)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left.StableHash != right.StableHash || left.TreeSize != right.TreeSize || !left.SameHead(right)) return false;
        var leftOperands = left.Operands;
        var rightOperands = right.Operands;
        if (leftOperands.Length != rightOperands.Length) return false;
        if (leftOperands.IsEmpty) return true;
        if (known is not null && known.Contains((left, right))) return true;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < leftOperands.Length; i++)
            if (!Compare(leftOperands[i], rightOperands[i], known)) return false;
        known?.Add((left, right));
        return true;
    }

    private sealed class PairComparer : IEqualityComparer<(Expression Left, Expression Right)>
    {
        internal static readonly PairComparer Instance = new();

        public bool Equals((Expression Left, Expression Right) x, (Expression Left, Expression Right) y) =>
            ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right);

        public int GetHashCode((Expression Left, Expression Right) pair) =>
            unchecked((RuntimeHelpers.GetHashCode(pair.Left) * 397) ^ RuntimeHelpers.GetHashCode(pair.Right));
    }
}
