namespace Igloo.Terms.Evaluation;

/// <summary>A function literal closed over its bindings.</summary>
/// <param name="ParameterType">The C# type of the first parameter.</param>
/// <param name="ResultType">The C# type of the result.</param>
/// <param name="Apply">The function.</param>
internal sealed record Lambda(Type ParameterType, Type ResultType, Func<object?[], object?> Apply)
{
    public static Func<A, R> Of<A, R>(object? lambda) => x => (R)((Lambda)lambda!).Apply([x])!;

    public static Func<A, B, R> Of<A, B, R>(object? lambda) => (x, y) => (R)((Lambda)lambda!).Apply([x, y])!;
}
