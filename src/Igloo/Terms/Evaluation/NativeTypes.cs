using System.Collections.Concurrent;
using Igloo.Trimming;

namespace Igloo.Terms.Evaluation;

/// <summary>The C# types behind the types of terms: <see cref="Option{T}"/> is T? again.</summary>
internal static class NativeTypes
{
    private static readonly ConcurrentDictionary<Type, Type> Known = new();

    public static Type Of(Type type) => Known.GetOrAdd(type, static t => Compute(t));

    private static Type Compute(Type type)
    {
        if (!type.IsGenericType || type.IsGenericTypeDefinition)
        {
            return type;
        }

        var definition = type.GetGenericTypeDefinition();
        Type[] arguments = [.. type.GetGenericArguments().Select(Of)];
        return definition != typeof(Option<>) ? definition.At(arguments)
            : arguments[0].IsValueType ? typeof(Nullable<>).At(arguments)
            : arguments[0];
    }
}
