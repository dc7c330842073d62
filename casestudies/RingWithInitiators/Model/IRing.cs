namespace RingWithInitiators.Model;

/// <summary>Nodes in a ring, in the total order of their ids.</summary>
public interface IRing : ITotalOrder<Node>
{
    /// <summary>All nodes.</summary>
    Domain<Node> Nodes { get; }

    /// <summary>The successor on the ring.</summary>
    Node Next(Node n);
}
