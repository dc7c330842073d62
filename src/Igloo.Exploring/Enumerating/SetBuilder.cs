using Igloo.Values;

namespace Igloo.Exploring.Enumerating;

/// <summary>Builds sets of a type that is only known at run time.</summary>
internal abstract class SetBuilder
{
    /// <summary>The builder for sets of a type.</summary>
    public static SetBuilder Of(Type element) => (SetBuilder)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(element))!;

    /// <summary>All subsets, smaller masks first.</summary>
    public abstract IReadOnlyList<object> Subsets(IReadOnlyList<object?> elements);

    private sealed class Typed<T> : SetBuilder
    {
        public override IReadOnlyList<object> Subsets(IReadOnlyList<object?> elements) =>
        [
            .. Enumerable.Range(0, 1 << elements.Count).Select(mask => Set<T>.Of(
                [.. elements.Where((_, i) => (mask & (1 << i)) != 0).Select(e => (T)e!)])),
        ];
    }
}
