namespace ChainReplication.Model;

/// <summary>The nodes one after the other.</summary>
public interface IChain : ITheory
{
    /// <summary>All nodes.</summary>
    Domain<Node> Nodes { get; }

    /// <summary>What clients may write.</summary>
    Domain<Entry> Entries { get; }

    /// <summary>Where clients write.</summary>
    Node Head { get; }

    /// <summary>Who passes nothing on.</summary>
    Node Tail { get; }

    /// <summary>The node after another; anything for the tail.</summary>
    Node Next(Node n);

    /// <summary>No two nodes have the same next one.</summary>
    [Axiom]
    bool NextIsInjective(Node a, Node b) => Implies(a != Tail && b != Tail && Next(a) == Next(b), a == b);

    /// <summary>None comes before the head.</summary>
    [Axiom]
    bool HeadIsFirst(Node a) => Implies(a != Tail, Next(a) != Head);
}
