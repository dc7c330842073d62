namespace RingWithChannels.Model;

/// <summary>Ordered nodes, each with a successor.</summary>
public interface IRing : ITotalOrder<Node>
{
    /// <summary>All nodes.</summary>
    Domain<Node> Nodes { get; }

    /// <summary>The node that messages go to.</summary>
    Node Next(Node n);
}
