namespace ChainReplication.Model;

/// <summary>The nodes 0, 1, … in a row, and two entries.</summary>
/// <param name="size">How many nodes.</param>
[Instances(2, 3)]
public sealed class Chain(int size) : IChain
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public Domain<Entry> Entries { get; } = new(Enumerable.Range(0, 2).Select(i => new Entry(i)));

    /// <inheritdoc/>
    public Node Head => new(0);

    /// <inheritdoc/>
    public Node Tail => new(size - 1);

    /// <inheritdoc/>
    public Node Next(Node n) => new(Math.Min(n.Index + 1, size - 1));
}
