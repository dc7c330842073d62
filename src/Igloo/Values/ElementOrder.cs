using System.Runtime.CompilerServices;
using Igloo.Trimming;

namespace Igloo.Values;

/// <summary>The order in which elements are printed: their own where they have one, otherwise that of their texts.</summary>
internal sealed class ElementOrder<T> : IComparer<T>
{
    // Strings compare by culture, tuples through such strings, and a tuple of incomparable parts throws.
    private static readonly bool HasOwnOrder = IsOrdered(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));

    public static ElementOrder<T> Instance { get; } = new();

    public int Compare(T? x, T? y)
    {
        var own = HasOwnOrder ? Comparer<T>.Default.Compare(x, y) : 0;
        return own != 0 ? own : TextOrder.Compare(ValueText.Of(x), ValueText.Of(y));
    }

    private static bool IsOrdered(Type type) =>
        type.IsEnum
        || (type != typeof(string)
            && !type.IsAssignableTo(typeof(ITuple))
            && type.Kept().GetInterfaces().Any(i => i.IsOf(typeof(IComparable<>)) && i.GetGenericArguments()[0] == type));
}
