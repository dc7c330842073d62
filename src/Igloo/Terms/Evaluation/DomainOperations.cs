using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class DomainOperations<T> : ICollectionOperations
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        var domain = (Domain<T>)arguments[0]!;
        return operation switch
        {
            Operation.DomainAll => domain.All(Lambda.Of<T, bool>(arguments[1])),
            Operation.DomainExists => domain.Exists(Lambda.Of<T, bool>(arguments[1])),
            Operation.DomainToSet => domain.ToSet(),
            Operation.DomainWhere => domain.Where(Lambda.Of<T, bool>(arguments[1])),
            Operation.DomainContains => domain.Contains((T)arguments[1]!),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of domains."),
        };
    }
}
