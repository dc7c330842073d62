using System.Collections;
using System.Collections.Immutable;
using Igloo.Values;

namespace Igloo.Viewing.States;

/// <summary>The elements of collections, each with what a step did to it.</summary>
internal static class Items
{
    private static readonly Type[] Unordered = [typeof(Set<>), typeof(Bag<>)];

    /// <summary>The elements now, and those that are gone; null where the value is no collection.</summary>
    public static ImmutableArray<ItemView>? Of(object? value, object? before)
    {
        var type = value?.GetType();
        if (type is not { IsGenericType: true }) return null;
        var definition = type.GetGenericTypeDefinition();
        var isUnordered = Unordered.Contains(definition);
        if (!isUnordered && definition != typeof(Seq<>)) return null;

        var now = Texts(value!);
        var then = before?.GetType() == type ? Texts(before) : now;
        return isUnordered ? OfUnordered(now, then) : OfSequence(now, then);
    }

    private static List<string> Texts(object collection) => [.. ((IEnumerable)collection).Cast<object?>().Select(ValueText.Of)];

    private static ImmutableArray<ItemView> OfUnordered(List<string> now, List<string> then)
    {
        var gone = new List<string>(then);
        var items = now.ConvertAll(text => new ItemView(text, gone.Remove(text) ? Change.None : Change.Added));
        return [.. items.Concat(gone.Select(text => new ItemView(text, Change.Removed))).OrderBy(item => item.Text, ItemOrder.Instance)];
    }

    private static ImmutableArray<ItemView> OfSequence(List<string> now, List<string> then)
    {
        var shorter = Math.Min(now.Count, then.Count);
        var front = Enumerable.Range(0, shorter).TakeWhile(i => now[i] == then[i]).Count();
        var back = Enumerable.Range(1, shorter - front).TakeWhile(i => now[^i] == then[^i]).Count();
        return
        [
            .. now.Take(front).Select(text => new ItemView(text, Change.None)),
            .. then.Skip(front).Take(then.Count - front - back).Select(text => new ItemView(text, Change.Removed)),
            .. now.Skip(front).Take(now.Count - front - back).Select(text => new ItemView(text, Change.Added)),
            .. now.Skip(now.Count - back).Select(text => new ItemView(text, Change.None)),
        ];
    }
}
