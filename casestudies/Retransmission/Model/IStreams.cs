namespace Retransmission.Model;

/// <summary>Who sends what to whom.</summary>
public interface IStreams : IAddressing<Node>
{
    /// <summary>All nodes.</summary>
    Domain<Node> Nodes { get; }

    /// <summary>All items.</summary>
    Domain<Item> Items { get; }

    /// <summary>To whom a node sends.</summary>
    Node Next(Node n);

    /// <summary>From whom a node receives.</summary>
    Node Previous(Node n);

    /// <summary>The item that a node sends under a number.</summary>
    Item ItemOf(Node n, int number);

    /// <summary>A node receives from whoever sends to it.</summary>
    [Axiom]
    bool PreviousOfNext(Node n) => Previous(Next(n)) == n;

    /// <summary>A node sends to whoever receives from it.</summary>
    [Axiom]
    bool NextOfPrevious(Node n) => Next(Previous(n)) == n;
}
