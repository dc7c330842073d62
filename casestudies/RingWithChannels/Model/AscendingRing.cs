namespace RingWithChannels.Model;

/// <summary>Nodes in the order of their names around the ring.</summary>
/// <param name="size">How many, at least 1.</param>
[Instances(1, 6)]
public sealed class AscendingRing(int size) : IRing
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public Node Next(Node n) => new((n.Index + 1) % size);

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => a.Index < b.Index;
}
