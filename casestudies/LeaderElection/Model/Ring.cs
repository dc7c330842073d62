namespace LeaderElection.Model;

/// <summary>The ring 0 → 1 → … → n-1 → 0 that runs.</summary>
/// <param name="size">The number of nodes, at least 1.</param>
[Instances(1, 5)]
public sealed class Ring(int size) : IRing
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public Node Next(Node n) => new((n.Index + 1) % size);

    /// <inheritdoc/>
    public bool Between(Node a, Node b, Node c)
    {
        var toB = (b.Index - a.Index + size) % size;
        var toC = (c.Index - a.Index + size) % size;
        return 0 < toB && toB < toC;
    }

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => a.Index < b.Index;

    /// <inheritdoc/>
    public Address AddressOf(Node participant) => new(participant.Index);
}
