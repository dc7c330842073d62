namespace LeaderElection.Model;

/// <summary>Uniquely identified nodes, totally ordered and arranged in a ring, each with a network address.</summary>
public interface IRing : ITotalOrder<Node>, IAddressing<Node>
{
    /// <summary>All nodes.</summary>
    Domain<Node> Nodes { get; }

    /// <summary>The successor of a node.</summary>
    Node Next(Node n);

    /// <summary>Whether b lies strictly between a and c on the way from a to c; the three are different.</summary>
    bool Between(Node a, Node b, Node c);

    /// <summary>Three nodes keep their orientation wherever one starts.</summary>
    [Axiom]
    bool BetweenRotates(Node a, Node b, Node c) => Implies(Between(a, b, c), Between(b, c, a));

    /// <summary>Ways are composed.</summary>
    [Axiom]
    bool BetweenIsTransitive(Node a, Node b, Node c, Node d) => Implies(Between(a, b, c) && Between(a, c, d), Between(a, b, d));

    /// <summary>There is one orientation.</summary>
    [Axiom]
    bool BetweenIsAsymmetric(Node a, Node b, Node c) => Implies(Between(a, b, c), !Between(a, c, b));

    /// <summary>Three different nodes have an orientation, and only those.</summary>
    [Axiom]
    bool BetweenIsTotal(Node a, Node b, Node c) =>
        (a != b && b != c && a != c) == (Between(a, b, c) || Between(a, c, b));

    /// <summary>Nothing lies between a node and its successor.</summary>
    [Axiom]
    bool NextIsAdjacent(Node a, Node b) => !Between(a, b, Next(a));

    /// <summary>Only a node that is alone is its own successor.</summary>
    [Axiom]
    bool NextMoves(Node a, Node b) => Implies(Next(a) == a, a == b);
}
