namespace RingWithChannels.Model;

/// <summary>Nodes against the order of their names around the ring: names travel farthest, so that there is the most to send.</summary>
/// <param name="size">How many, at least 1.</param>
[Instances(1, 6)]
public sealed class DescendingRing(int size) : IRing
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public Node Next(Node n) => new((n.Index + size - 1) % size);

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => a.Index < b.Index;
}
