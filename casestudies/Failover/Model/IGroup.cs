namespace Failover.Model;

/// <summary>The nodes in the order of their precedence: the least that has not crashed is to lead.</summary>
public interface IGroup : ITotalOrder<Node>
{
    /// <summary>All nodes.</summary>
    Domain<Node> Nodes { get; }
}
