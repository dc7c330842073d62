namespace Paxos.Model;

/// <summary>Ordered rounds, and quorums of acceptors of which any two have a member in common.</summary>
public interface IQuorums : ITotalOrder<Round>
{
    /// <summary>All acceptors.</summary>
    Domain<Acceptor> Acceptors { get; }

    /// <summary>All quorums.</summary>
    Domain<Quorum> Quorums { get; }

    /// <summary>All rounds.</summary>
    Domain<Round> Rounds { get; }

    /// <summary>All values.</summary>
    Domain<Value> Values { get; }

    /// <summary>Whether an acceptor belongs to a quorum.</summary>
    bool Member(Acceptor a, Quorum q);

    /// <summary>Any two quorums intersect.</summary>
    [Axiom]
    bool QuorumsIntersect(Quorum p, Quorum q) => Acceptors.Exists(a => Member(a, p) && Member(a, q));
}
