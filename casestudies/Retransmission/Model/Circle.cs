namespace Retransmission.Model;

/// <summary>The nodes in a circle, and two items that take turns.</summary>
/// <param name="size">How many nodes.</param>
[Instances(1, 3)]
public sealed class Circle(int size) : IStreams
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public Domain<Item> Items { get; } = new([new Item(0), new Item(1)]);

    /// <inheritdoc/>
    public Node Next(Node n) => new((n.Index + 1) % size);

    /// <inheritdoc/>
    public Node Previous(Node n) => new((n.Index + size - 1) % size);

    /// <inheritdoc/>
    public Item ItemOf(Node n, int number) => new((n.Index + number) & 1);

    /// <inheritdoc/>
    public Address AddressOf(Node participant) => new(participant.Index);
}
