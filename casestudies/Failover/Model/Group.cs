namespace Failover.Model;

/// <summary>The nodes 0, 1, …, in that order.</summary>
/// <param name="size">How many.</param>
[Instances(2, 3)]
public sealed class Group(int size) : IGroup
{
    /// <inheritdoc/>
    public Domain<Node> Nodes { get; } = new(Enumerable.Range(0, size).Select(i => new Node(i)));

    /// <inheritdoc/>
    public bool Less(Node a, Node b) => a.Index < b.Index;
}
