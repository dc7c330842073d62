using Igloo.Models;

namespace Igloo.Terms.Evaluation;

internal sealed class PastOperations<TEvent> : ICollectionOperations
    where TEvent : class
{
    public object? Apply(Operation operation, object?[] arguments)
    {
        if (operation == Operation.PastEmpty) return Past<TEvent>.Empty;
        var past = (Past<TEvent>)arguments[0]!;
        return operation switch
        {
            Operation.PastContains => past.Contains((TEvent)arguments[1]!),
            Operation.PastAdd => past.Add((TEvent)arguments[1]!),
            Operation.PastAll => Cases(past, arguments[1]).All(c => c),
            Operation.PastExists => Cases(past, arguments[1]).Any(c => c),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of the past."),
        };
    }

    private static IEnumerable<bool> Cases(Past<TEvent> past, object? predicate)
    {
        var lambda = (Lambda)predicate!;
        return past.Where(e => lambda.ParameterType.IsInstanceOfType(e)).Select(e => (bool)lambda.Apply([e])!);
    }
}
