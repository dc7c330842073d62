using System.ComponentModel;

namespace Igloo.Values;

/// <summary>What the compiler calls for a collection expression such as <c>Set&lt;int&gt; s = [1, 2];</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionExpressions
{
    /// <summary>The set of the elements.</summary>
    /// <param name="elements">The elements between the brackets.</param>
    public static Set<T> Set<T>(ReadOnlySpan<T> elements) => Values.Set<T>.Of(elements);

    /// <summary>The domain of the elements.</summary>
    /// <param name="elements">The elements between the brackets.</param>
    public static Domain<T> Domain<T>(ReadOnlySpan<T> elements) => Values.Domain<T>.Of(elements);

    /// <summary>The bag of the elements.</summary>
    /// <param name="elements">The elements between the brackets.</param>
    public static Bag<T> Bag<T>(ReadOnlySpan<T> elements) => Values.Bag<T>.Of(elements);

    /// <summary>The sequence of the elements.</summary>
    /// <param name="elements">The elements between the brackets.</param>
    public static Seq<T> Seq<T>(ReadOnlySpan<T> elements) => Values.Seq<T>.Of(elements);
}
