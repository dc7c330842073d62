using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class SetOperations<T> : ICollectionOperations
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        if (operation == Operation.SetEmpty) return Set<T>.Empty;
        if (operation == Operation.SetOf) return Set<T>.Of([.. arguments.Select(a => (T)a!)]);
        var set = (Set<T>)arguments[0]!;
        return operation switch
        {
            Operation.SetContains => set.Contains((T)arguments[1]!),
            Operation.SetAdd => set.Add((T)arguments[1]!),
            Operation.SetRemove => set.Remove((T)arguments[1]!),
            Operation.SetUnion => set.Union((Set<T>)arguments[1]!),
            Operation.SetIntersect => set.Intersect((Set<T>)arguments[1]!),
            Operation.SetExcept => set.Except((Set<T>)arguments[1]!),
            Operation.SetIsSubsetOf => set.IsSubsetOf((Set<T>)arguments[1]!),
            Operation.SetAll => set.All(Lambda.Of<T, bool>(arguments[1])),
            Operation.SetExists => set.Exists(Lambda.Of<T, bool>(arguments[1])),
            Operation.SetWhere => set.Where(Lambda.Of<T, bool>(arguments[1])),
            Operation.SetRemoveWhere => set.RemoveWhere(Lambda.Of<T, bool>(arguments[1])),
            Operation.SetAddWhere => set.AddWhere((Domain<T>)arguments[1]!, Lambda.Of<T, bool>(arguments[2])),
            Operation.SetIsEmpty => set.IsEmpty,
            Operation.SetCount => set.Count,
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of sets."),
        };
    }
}
