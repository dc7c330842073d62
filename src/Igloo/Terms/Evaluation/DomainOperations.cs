using System.Reflection;
using Igloo.Values;

namespace Igloo.Terms.Evaluation;

internal sealed class DomainOperations<T> : ICollectionOperations
    where T : notnull
{
    private static readonly MethodInfo MapOf = typeof(DomainOperations<T>).GetMethod(nameof(ToMap), BindingFlags.NonPublic | BindingFlags.Static)!;

    public object? Apply(Operation operation, object?[] arguments)
    {
        var domain = (Domain<T>)arguments[0]!;
        return operation switch
        {
            Operation.DomainAll => domain.All(Lambda.Of<T, bool>(arguments[1])),
            Operation.DomainExists => domain.Exists(Lambda.Of<T, bool>(arguments[1])),
            Operation.DomainToSet => domain.ToSet(),
            Operation.DomainWhere => domain.Where(Lambda.Of<T, bool>(arguments[1])),
            Operation.DomainToMap => MapOf.MakeGenericMethod(((Lambda)arguments[1]!).ResultType).Invoke(null, [domain, arguments[1]]),
            Operation.DomainContains => domain.Contains((T)arguments[1]!),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No operation of domains."),
        };
    }

    private static Map<T, V> ToMap<V>(Domain<T> domain, Lambda value)
        where V : notnull => domain.ToMap(Lambda.Of<T, V>(value));
}
