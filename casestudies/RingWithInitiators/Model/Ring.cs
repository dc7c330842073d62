namespace RingWithInitiators.Model;

/// <summary>The ring of the size, with ids ascending.</summary>
/// <param name="size">The size, at least 1.</param>
[Instances(1, 8)]
public sealed class Ring(int size) : IRing
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public Node Next(Node n) => new((n.Index + 1) % size);

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => a.Index < b.Index;
}
