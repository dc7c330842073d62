using System.Runtime.CompilerServices;

namespace Igloo.Values.Storage;

/// <summary>An inner node of a hash trie: 16 children, each absent, a leaf array of entries, or another branch.</summary>
internal sealed class Branch
{
    public const int Width = 16;

    private Children children;

    /// <summary>How many entries are below this branch.</summary>
    public readonly int Count;

    public Branch(int count) => Count = count;

    private Branch(Branch original, int count)
    {
        children = original.children;
        Count = count;
    }

    public object? this[int slot]
    {
        get => children[slot];
        set => children[slot] = value;
    }

    public Branch With(int slot, object? child, int count)
    {
        var copy = new Branch(this, count);
        copy.children[slot] = child;
        return copy;
    }

    [InlineArray(Width)]
    private struct Children
    {
        private object? first;
    }
}
