using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class MapOperations<K, V> : ICollectionOperations
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        if (operation == Operation.MapConstant) return Map<K, V>.Constant((V)arguments[0]!);
        if (operation == Operation.DomainToMap) return ((Domain<K>)arguments[0]!).ToMap(Lambda.Of<K, V>(arguments[1]));
        var map = (Map<K, V>)arguments[0]!;
        return operation switch
        {
            Operation.MapGet => map[(K)arguments[1]!],
            Operation.MapSet => map.Set((K)arguments[1]!, (V)arguments[2]!),
            Operation.MapUpdate => map.Update((K)arguments[1]!, Lambda.Of<V, V>(arguments[2])),
            Operation.MapSetWhere => map.SetWhere((Domain<K>)arguments[1]!, Lambda.Of<K, bool>(arguments[2]), Lambda.Of<K, V>(arguments[3])),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of maps."),
        };
    }
}
