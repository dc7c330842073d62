using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class BagOperations<T> : ICollectionOperations
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        if (operation == Operation.BagEmpty) return Bag<T>.Empty;
        var bag = (Bag<T>)arguments[0]!;
        return operation switch
        {
            Operation.BagCountOf => bag.CountOf((T)arguments[1]!),
            Operation.BagContains => bag.Contains((T)arguments[1]!),
            Operation.BagAdd => bag.Add((T)arguments[1]!),
            Operation.BagRemove => bag.Remove((T)arguments[1]!),
            Operation.BagUnion => bag.Union((Bag<T>)arguments[1]!),
            Operation.BagAll => bag.All(Lambda.Of<T, bool>(arguments[1])),
            Operation.BagExists => bag.Exists(Lambda.Of<T, bool>(arguments[1])),
            Operation.BagCount => bag.Count,
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of bags."),
        };
    }
}
