using System.Collections.Immutable;

namespace Igloo.Terms.Reading;

/// <summary>A node of the textual notation of terms: an atom, a quoted string or a list.</summary>
internal sealed class Node
{
    private Node(string? atom, bool isQuoted, ImmutableArray<Node> items)
    {
        Atom = atom;
        IsQuoted = isQuoted;
        Items = items;
    }

    public string? Atom { get; }

    public bool IsQuoted { get; }

    public ImmutableArray<Node> Items { get; }

    public bool IsList => Atom is null;

    public string Head => IsList && Items.Length > 0 && Items[0].Atom is { } head ? head : string.Empty;

    public Node this[int index] => Items[index];

    public static Node List(ImmutableArray<Node> items) => new(null, false, items);

    public static Node Of(string atom, bool isQuoted) => new(atom, isQuoted, []);
}
