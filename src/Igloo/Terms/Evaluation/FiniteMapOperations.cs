using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class FiniteMapOperations<K, V> : ICollectionOperations
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        if (operation == Operation.FiniteMapEmpty) return FiniteMap<K, V>.Empty;
        var map = (FiniteMap<K, V>)arguments[0]!;
        return operation switch
        {
            Operation.FiniteMapContainsKey => map.ContainsKey((K)arguments[1]!),
            Operation.FiniteMapGet => map[(K)arguments[1]!],
            Operation.FiniteMapSet => map.Set((K)arguments[1]!, (V)arguments[2]!),
            Operation.FiniteMapRemove => map.Remove((K)arguments[1]!),
            Operation.FiniteMapKeys => map.Keys,
            Operation.FiniteMapAll => map.All(Lambda.Of<K, V, bool>(arguments[1])),
            Operation.FiniteMapExists => map.Exists(Lambda.Of<K, V, bool>(arguments[1])),
            Operation.FiniteMapCount => map.Count,
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of finite maps."),
        };
    }
}
